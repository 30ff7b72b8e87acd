import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

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
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys' way are the arrow buttons of the cell
    <div
      class={over && side !== null ? `sheet-cell drop-${side}` : 'sheet-cell'}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes(KIND)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      }}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(KIND);
        setOver(false);
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
