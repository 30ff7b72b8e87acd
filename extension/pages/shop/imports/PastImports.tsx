import { revertImport } from '@extension/book/actions/import-run';
import { type ImportNote, importedBuyers, importNotes, importResult } from '@extension/book/reads/imports';
import { type AnyTranslate, useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { momentDay } from '@extension/ui/when';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { BuyerRows } from './BuyerRows';
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
  const { at, files, reverted } = note;
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
          <span class="quiet small">{countWords(note, t)}</span>
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
  const found = useLive(
    async () => ({
      people: await importedBuyers(book, note, SHOWN),
      rows: await importResult(book, note, SHOWN),
    }),
    [book, note.id],
  );
  if (!found) return null;
  const { people, rows } = found;
  const more = note.created + note.changed - rows.length;
  const others = note.buyersCreated + note.buyersChanged - people.length;
  return (
    <>
      {people.length > 0 && (
        <BuyerRows rows={people.map((row) => ({ ...row, fields: [] }))} more={Math.max(0, others)} />
      )}
      <OrderRows rows={rows.map((row) => ({ ...row, name: '' }))} more={Math.max(0, more)} />
    </>
  );
}

/** What it brought: of orders, of buyers, or of both. */
function countWords(note: ImportNote, t: AnyTranslate): string {
  const { created, changed, refused, buyersCreated, buyersChanged } = note;
  const people = buyersCreated + buyersChanged > 0;
  const buyers = t('finder.import.buyerCounts', { created: buyersCreated, changed: buyersChanged });
  const orders = t('finder.import.counts', { created, changed, refused });
  return [people ? buyers : null, !people || created + changed + refused > 0 ? orders : null]
    .filter((part) => part !== null)
    .join(' · ');
}
