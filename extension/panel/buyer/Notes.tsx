import { undo } from '@extension/book/actions/undo';
import { recentActions } from '@extension/book/reads/history';
import { Icon } from '@extension/ui/Icon';
import { useLive } from '@extension/ui/use-live';
import { momentDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import type { Note } from '@shared/records/note';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/** Before the rest is one click away. */
const NOTES_MOST = 3;

/** Private notes, yellow: the buyer can't see them. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [all, setAll] = useState(false);
  const { book } = session;
  const buyerId = notes[0]?.buyerId ?? '';
  const wrote = useLive(
    async () => (buyerId ? notesWritten(await recentActions(book, 300, buyerId)) : new Map<string, string>()),
    [book, buyerId],
  );
  if (notes.length === 0) return null;
  const shown = [...notes].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.notedAt.localeCompare(a.notedAt),
  );
  /** Taking a note away is taking back the act that wrote it, so one undo brings it again. */
  const drop = (actionId: string) =>
    void session.run(undo(book, actionId), { key: 'panel.done.noteDropped' });
  return (
    <>
      <ul class="notes">
        {shown.slice(0, all ? undefined : NOTES_MOST).map((note) => {
          const actionId = wrote?.get(note.id);
          return (
            <li class="private" key={note.id}>
              <span class="what">
                {note.text}{' '}
                <span class="small day">
                  {momentDay(note.notedAt, session.today.value, book.world.timeZone)}
                </span>
              </span>
              {actionId && (
                <button
                  type="button"
                  class="icon-button small-button"
                  aria-label={t('panel.note.drop', { what: note.text.slice(0, 40) })}
                  onClick={() => drop(actionId)}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!all && shown.length > NOTES_MOST && (
        <button type="button" class="plain more" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: shown.length - NOTES_MOST })}
        </button>
      )}
    </>
  );
}

/** Which act wrote which note. */
function notesWritten(
  actions: readonly {
    readonly id: string;
    readonly name: string;
    readonly changes: readonly { readonly table: string; readonly id: string }[];
  }[],
): ReadonlyMap<string, string> {
  return new Map(
    actions
      .filter(({ name }) => name === 'add-note')
      .flatMap(({ id, changes }) =>
        changes.filter(({ table }) => table === 'notes').map((change) => [change.id, id] as const),
      ),
  );
}
