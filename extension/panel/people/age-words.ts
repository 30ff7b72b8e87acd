import type { AnyTranslate } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { ageInMonths } from '@shared/records/age';

/** Months tell more than years while a child is small. */
const MONTHS_UNTIL = 36;

/** How old somebody is, in words; a child on its way has a day. */
export function ageWords(born: Day, today: Day, t: AnyTranslate): string {
  const months = ageInMonths(born, today);
  if (born > today) return t('people.person.unborn', { day: shortDay(born, today) });
  if (months < MONTHS_UNTIL) return t('people.person.months', { n: months });
  return t('people.person.years', { n: Math.floor(months / 12) });
}
