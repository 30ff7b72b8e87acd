import { setting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import { dayOf } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import { COMPLAINT_CLOCK, complaintClock, complaintNeeds, overdue } from '@shared/records/complaint-due';
import { usePanel } from '../state/context';

/** What a complaint asks for next, and until when; late ones say so in a word, not by colour alone. */
export function DueLine({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { timeZone } = session.book.world;
  const today = session.today.value;
  const now = new Date(session.now.value).toISOString();
  const needs = complaintNeeds(complaint, today);
  const unknown = useUnknownYear(needs.flatMap(({ until }) => until ?? []).join(' '));
  if (needs.length === 0) return null;
  /** A deadline by the hour says its hour. */
  function words(until: string): string {
    if (until.length === 10) return shortDay(until, today);
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
    return `${shortDay(dayOf(Date.parse(until), timeZone), today)} ${hour.format(Date.parse(until))}`;
  }
  return (
    <ul class="after-due">
      {needs.map(({ need, until }) => {
        const late = overdue(until, now, today);
        return (
          <li key={need} class={late ? 'late' : 'quiet'}>
            {until === null
              ? t(`aftersales.due.${need}`)
              : t(late ? 'aftersales.due.late' : 'aftersales.due.by', {
                  what: t(`aftersales.due.${need}`),
                  day: words(until),
                })}
          </li>
        );
      })}
      {unknown !== null && <li class="quiet">{t('aftersales.due.unknownYear', { year: unknown })}</li>}
    </ul>
  );
}

/** A deadline counted in working days through a year whose holidays are not published: that is said. */
function useUnknownYear(untils: string): string | null {
  const { book } = usePanel().session;
  const found = useLive(async () => {
    if (untils === '' || complaintClock(await setting(book, COMPLAINT_CLOCK, 'calendar')) !== 'working') {
      return null;
    }
    const { loadWorkingDays } = await import('@shared/calendar/working-days');
    const calendar = await loadWorkingDays();
    const years = untils.split(' ').map((until) => until.slice(0, 4));
    return years.find((year) => !calendar.knows(Number(year))) ?? null;
  }, [book, untils]);
  return found ?? null;
}
