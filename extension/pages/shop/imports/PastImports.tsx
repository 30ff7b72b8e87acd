import { revertImport } from '@extension/book/actions/import-run';
import { type ImportNote, importNotes, importResult } from '@extension/book/reads/imports';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { momentDay } from '@extension/ui/when';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { OrderRows } from './OrderRows';

const SHOWN = 50;

/** What was imported, and the way back. */
export function PastImports({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const notes = useLive(() => importNotes(book), [book]);
  if (!notes) return null;
  return (
    <Part title={t('finder.import.past')}>
      {notes.length === 0 && <p class="empty">{t('finder.import.none')}</p>}
      <ul class="past-imports">
        {notes.map((note) => (
          <PastImport key={note.id} note={note} book={book} acts={acts} />
        ))}
      </ul>
    </Part>
  );
}

function PastImport({ note, book, acts }: ShopTabProps & { readonly note: ImportNote }) {
  const { t } = useMore();
  const today = useToday(book);
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const { at, files, created, changed, refused, reverted } = note;
  async function takeBack(): Promise<void> {
    setPart(0);
    const result = await revertImport(book, note, setPart);
    setPart(null);
    if ('ok' in result) {
      const params = { detail: result.detail };
      acts.say({ key: `records.refused.${result.reason}`, params, undoes: null, trouble: true });
    } else acts.say({ key: 'finder.import.reverted', undoes: null, trouble: false });
  }
  return (
    <li>
      <div class="past-import">
        <span>
          {momentDay(at, today, book.world.timeZone)} <strong>{files.join(' · ')}</strong>{' '}
          <span class="quiet small">{t('finder.import.counts', { created, changed, refused })}</span>
        </span>
        {reverted ? (
          <span class="quiet small">
            {t('finder.import.takenBack', { back: reverted.back, stays: reverted.stays })}
          </span>
        ) : (
          <span class="acts">
            <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('finder.import.show')}
            </button>
            {part === null ? (
              <button type="button" onClick={() => void takeBack()}>
                {t('finder.import.revert')}
              </button>
            ) : (
              <progress value={part} max={1} aria-label={t('finder.import.reverting')} />
            )}
          </span>
        )}
      </div>
      {open && !reverted && <Result note={note} book={book} acts={acts} />}
    </li>
  );
}

function Result({ note, book }: ShopTabProps & { readonly note: ImportNote }) {
  const rows = useLive(() => importResult(book, note, SHOWN), [book, note.id]);
  if (!rows) return null;
  const more = note.created + note.changed - rows.length;
  return <OrderRows rows={rows.map((row) => ({ ...row, name: '' }))} more={Math.max(0, more)} />;
}
