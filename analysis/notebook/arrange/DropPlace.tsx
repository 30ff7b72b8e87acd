import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** What is dragged, for this page only: a file that is dropped is another matter. */
const KIND = 'application/x-zhanggui-cell';

/** A cell is taken up. */
export function takeUp(event: DragEvent, id: string): void {
  event.dataTransfer?.setData(KIND, id);
}

interface DropPlaceProps {
  /** Where what is dragged would stand: above this cell, below it, or it is this one (null). */
  readonly side: 'above' | 'below' | null;
  readonly onDrop: (dragged: string) => void;
  readonly children: ComponentChildren;
}

/** A cell's place on the sheet: anywhere on it a dragged cell may be dropped, and a line says where it will stand. */
export function DropPlace({ side, onDrop, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  // Each thing inside is entered and left by itself, the next entered before the last is left: what counts is how
  // many are entered and not left.
  const inside = useRef(0);
  const count = (now: number) => {
    inside.current = Math.max(0, now);
    setOver(inside.current > 0);
  };
  const take = (event: DragEvent) => {
    const isCell = event.dataTransfer?.types.includes(KIND) ?? false;
    if (isCell) event.preventDefault();
    return isCell;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys' way are the arrow buttons of the cell
    <div
      class={over && side !== null ? `sheet-cell drop-${side}` : 'sheet-cell'}
      onDragEnter={(event) => {
        if (take(event)) count(inside.current + 1);
      }}
      onDragOver={take}
      onDragLeave={() => count(inside.current - 1)}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(KIND);
        count(0);
        if (!dragged) return;
        event.preventDefault();
        // The page takes dropped files: a cell is none.
        event.stopPropagation();
        onDrop(dragged);
      }}
    >
      {children}
    </div>
  );
}
