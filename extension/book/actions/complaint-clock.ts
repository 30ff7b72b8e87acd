import { dayOf } from '@shared/calendar/day';
import { COMPLAINT_CLOCK, complaintClock } from '@shared/records/complaint-due';
import type { OpenBook } from '../open';
import { setting } from '../reads/settings';

const DAY_MS = 86_400_000;

/** One day after an instant by the shop's clock: 24 hours, or the same time on the next working day (P14, J12). */
export async function oneDayAfter(book: OpenBook, at: string): Promise<string> {
  const start = Date.parse(at);
  const after = (days: number) => new Date(start + days * DAY_MS).toISOString();
  if (complaintClock(await setting(book, COMPLAINT_CLOCK, 'calendar')) === 'calendar') return after(1);
  const { loadWorkingDays, workingDaysOn } = await import('@shared/calendar/working-days');
  const { days } = workingDaysOn(dayOf(start, book.world.timeZone), 1, await loadWorkingDays());
  return after(days);
}
