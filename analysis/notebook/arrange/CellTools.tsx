import type { ComponentChildren } from 'preact';
import type { Writer } from '../text/writer';
import { takeUp } from './DropPlace';

interface CellToolsProps {
  readonly id: string;
  readonly title: string;
  readonly writer: Writer;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (steps: number) => void;
  /** Taken up by the mouse, or let go (null). */
  readonly onHold: (id: string | null) => void;
  readonly onRemove: () => void;
  readonly children?: ComponentChildren;
}

/** Moves, takes away; by mouse from the grip, by keys with the arrows. Not printed, not saved. */
export function CellTools(props: CellToolsProps) {
  const { id, title, writer, first, last, onMove, onHold, onRemove, children } = props;
  const { t } = writer;
  return (
    <fieldset class="acts cell-tools">
      <legend class="unseen">{title}</legend>
      <span
        class="grip"
        draggable
        title={t('arrange.drag')}
        aria-hidden="true"
        onDragStart={(event) => {
          takeUp(event, id);
          onHold(id);
        }}
        onDragEnd={() => onHold(null)}
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
