import { momentDay } from '@extension/ui/when';
import type { Note } from '@shared/records/note';
import { usePanel } from '../state/context';

/** Private notes, yellow: the buyer can't see them. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const { session } = usePanel();
  if (notes.length === 0) return null;
  const shown = [...notes].sort(
    (a, b) => Number(b.pinned) - Number(a.pinned) || b.notedAt.localeCompare(a.notedAt),
  );
  return (
    <ul class="notes">
      {shown.slice(0, 5).map((note) => (
        <li class="private" key={note.id}>
          {note.text}{' '}
          <span class="small">
            {momentDay(note.notedAt, session.today.value, session.book.world.timeZone)}
          </span>
        </li>
      ))}
    </ul>
  );
}
