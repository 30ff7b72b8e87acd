import { holdComplaint } from '@extension/book/actions/remedies';
import { useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import { dayOf } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import { sayTo } from '../care/say';
import { usePanel } from '../state/context';

/**
 * Fills the holding sentence into the reply box: heard, written down, an answer by the day that the clock gives.
 * What it says is a promise, to be sent (J2, J13).
 */
export function useHolding(name: string): (complaint: Complaint) => Promise<void> {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  return async ({ id, what, remedyDue }) => {
    const subject = session.subject.value;
    const where = subject.kind === 'buyer' ? subject.where : null;
    const due = remedyDue === null ? session.now.value : Date.parse(remedyDue);
    const day = dayWords(dayOf(due, book.world.timeZone), session.today.value, lang);
    const text = sayTo({ name, lang, t }, t('aftersales.say.holding', { day }));
    const promise = t('aftersales.holding.promise', { what });
    await session.fill(text, async (line) => {
      await session.run(holdComplaint(book, id, { text, what: promise, where }), line);
    });
  };
}
