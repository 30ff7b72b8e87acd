import { addWaiting, endWaiting } from '@extension/book/actions/companion';
import { handQueue } from '@extension/book/reads/hand-queue';
import type { Session } from '../state/session';
import { lastProgram } from './programs';

/**
 * I: the buyer shown goes into the line kept by hand; who stands in it is struck off as answered. With no file open
 * the line itself is shown, or the caret goes to where a name is put in.
 */
export async function toggleInLine(session: Session): Promise<void> {
  const { book } = session;
  const subject = session.subject.value;
  // A page that shows who waits keeps that line itself.
  if (session.chat.value?.rows) return;
  if (subject.kind !== 'buyer') {
    if (!session.companion.value) session.toggleCompanion();
    else document.querySelector<HTMLInputElement>('.add-wait input')?.focus();
    return;
  }
  const { who, name } = subject;
  const waits = await handQueue(book);
  const mine = 'buyerId' in who ? waits.find(({ buyerId }) => buyerId === who.buyerId) : undefined;
  if (mine) {
    await session.run(endWaiting(book, mine.id, 'answered'), { key: 'companion.struck', params: { name } });
    return;
  }
  const platform = subject.platform ?? lastProgram(session.storage);
  const wait = { platform, name, since: book.world.now(), exact: false };
  await session.run(addWaiting(book, who, wait), { key: 'companion.added', params: { name } });
}
