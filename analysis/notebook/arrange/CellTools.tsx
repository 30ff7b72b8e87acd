import type { ComponentChildren } from 'preact';
import type { Writer } from '../text/writer';

interface CellToolsProps {
  readonly id: string;
  readonly title: string;
  readonly writer: Writer;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (steps: number) => void;
  readonly onDropOn: (dragged: string) => void;
  readonly onRemove: () => void;
  readonly children?: ComponentChildren;
}

const KIND = 'application/x-zhanggui-cell';

/** Moves, takes away; by mouse from the grip, by keys with the arrows. Not printed, not saved. */
export function CellTools(props: CellToolsProps) {
  const { id, title, writer, first, last, onMove, onDropOn, onRemove, children } = props;
  const { t } = writer;
  return (
    <fieldset
      class="acts cell-tools"
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes(KIND)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dragged = event.dataTransfer?.getData(KIND);
        if (!dragged) return;
        event.preventDefault();
        // The page takes dropped files: a cell is none.
        event.stopPropagation();
        onDropOn(dragged);
      }}
    >
      <legend class="unseen">{title}</legend>
      <span
        class="grip"
        draggable
        title={t('arrange.drag')}
        aria-hidden="true"
        onDragStart={(event) => event.dataTransfer?.setData(KIND, id)}
      >
        ⠿
      </span>
      <button
        type="button"
        id={`${id}-up`}
        disabled={first}
        aria-label={t('arrange.up', { question: title })}
        title={t('arrange.upShort')}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        id={`${id}-down`}
        disabled={last}
        aria-label={t('arrange.down', { question: title })}
        title={t('arrange.downShort')}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      {children}
      <button type="button" aria-label={t('arrange.remove', { question: title })} onClick={onRemove}>
        {t('arrange.removeShort')}
      </button>
    </fieldset>
  );
}
