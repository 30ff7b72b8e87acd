import { markSent } from '@extension/book/actions/sent';
import type { Line, Session } from '../state/session';

const TABLES = ['promises', 'discounts', 'gifts'] as const;

/**
 * Puts a text on the clipboard for the program the chat runs in, and says so. Nobody can see whether it was sent:
 * where a record waits for that, the seller is asked once (J2).
 */
export async function copyForProgram(
  session: Pick<Session, 'book' | 'port' | 'say' | 'run' | 'trouble' | 'toast'>,
  text: string,
  after: ((line: Line) => Promise<void>) | undefined,
): Promise<void> {
  try {
    await session.port.copy(text);
  } catch {
    session.trouble('panel.fill.nothing');
    return;
  }
  const line: Line = { key: 'panel.fill.copied' };
  if (!after) {
    session.say({ ...line, undoes: null, tone: 'done' });
    return;
  }
  await after(line);
  const said = session.toast.peek();
  const undoes = said?.tone === 'done' ? said.undoes : null;
  if (!undoes) return;
  const action = await session.book.db.actions.get(undoes);
  const unsent = TABLES.flatMap((table) => {
    const ids = (action?.changes ?? [])
      .filter((change) => change.table === table && change.set.state === 'to-be-sent')
      .map(({ id }) => id);
    return ids.length > 0 ? [{ table, ids }] : [];
  });
  // The words of an apology that was prepared before stand in their record already.
  const [first] = unsent.length > 0 ? unsent : await refilled(session, action?.changes ?? []);
  if (!first || session.toast.peek() !== said) return;
  session.say({
    key: 'panel.fill.copiedAsk',
    undoes,
    tone: 'done',
    onSent: () =>
      void session.run(markSent(session.book, first.table, first.ids), { key: 'panel.done.sent' }),
  });
}

async function refilled(
  { book }: Pick<Session, 'book'>,
  changes: readonly { readonly table: string; readonly id: string }[],
) {
  const ids = changes.flatMap(({ table, id }) => (table === 'gifts' ? [id] : []));
  const gifts = await book.db.gifts.bulkGet(ids);
  const open = gifts.filter((gift) => gift?.state === 'to-be-sent').map((gift) => gift?.id ?? '');
  return open.length > 0 ? [{ table: 'gifts' as const, ids: open }] : [];
}
