import { useState } from 'preact/hooks';
import type { Writer } from '../text/writer';
import { NoteText } from './NoteText';
import type { NoteCell } from './sheet';

interface NoteViewProps {
  readonly cell: NoteCell;
  readonly writer: Writer;
  readonly onText: (text: string) => void;
}

/** A note: read as it will be printed, written after a click. What is typed is kept when the field is left. */
export function NoteView({ cell, writer, onText }: NoteViewProps) {
  const { t } = writer;
  const [writing, write] = useState(cell.text === '');
  return (
    <article class="cell note-cell" aria-label={t('arrange.note')} data-note={cell.text}>
      <div class="cell-body">
        {writing ? (
          <label class="acts note-field">
            <span>{t('arrange.noteHint')}</span>
            <textarea
              rows={6}
              value={cell.text}
              onChange={(event) => onText(event.currentTarget.value)}
              onBlur={() => write(false)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            />
          </label>
        ) : (
          <>
            <NoteText text={cell.text} />
            <div class="acts cell-acts">
              <button type="button" onClick={() => write(true)}>
                {t('arrange.write')}
              </button>
            </div>
          </>
        )}
      </div>
    </article>
  );
}
