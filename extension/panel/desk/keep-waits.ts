import { recordWait } from '@extension/book/actions/waits';
import type { ChatState } from '@extension/messaging/chat-state';
import type { Session } from '../state/session';
import { GONE_MS, nextLine, type WaitLine } from './wait-line';

interface Kept {
  /** One line per chat page: while another page is looked at, its waits neither run nor end. */
  readonly lines: Map<string, WaitLine>;
  later: ReturnType<typeof setTimeout> | undefined;
}

const kept = new WeakMap<Session, Kept>();

/**
 * Looks at the chat's list once more and writes down the waits that ended since (P10). Done by the page that sees
 * the list, never by the service worker, which may die between any two lines.
 */
export async function keepWaits(session: Session, chat: ChatState): Promise<void> {
  const { book } = session;
  if (!chat.rows) return;
  const mine = kept.get(session) ?? { lines: new Map<string, WaitLine>(), later: undefined };
  kept.set(session, mine);
  const page = `${chat.adapterId}/${chat.host}`;
  const before = mine.lines.get(page) ?? new Map();
  const { line, over } = nextLine(before, chat.rows, book.world.now(), chat.buyer?.key ?? null);
  mine.lines.set(page, line);
  clearTimeout(mine.later);
  if ([...line.values()].some(({ gone }) => gone !== null)) {
    mine.later = setTimeout(() => {
      // Only while the same list still stands there as it was.
      if (session.chat.peek() === chat) void keepWaits(session, chat);
    }, GONE_MS + 1000);
  }
  for (const wait of over) await recordWait(book, { platform: chat.adapterId, ...wait });
}
