import { handQueue } from '@extension/book/reads/hand-queue';
import { useLive } from '@extension/ui/use-live';
import type { Waiting } from '../queue/waiting';
import type { Session } from '../state/session';
import { asWaiting } from './hand-waiting';

/** The line kept by hand, the open buyer marked; `null` where nobody stands in it or a page shows a line itself. */
export function useHandLine(session: Session, wanted: boolean): readonly Waiting[] | null {
  const waits = useLive(async () => (wanted ? handQueue(session.book) : []), [session.book, wanted]);
  if (!waits || waits.length === 0) return null;
  const { value: subject } = session.subject;
  const open = subject.kind === 'buyer' && 'buyerId' in subject.who ? subject.who.buyerId : null;
  return asWaiting(waits, session.now.value, open);
}
