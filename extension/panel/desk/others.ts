import type { TodayItem } from '@extension/book/reads/today';
import { type OtherItem, rankedToday } from '@extension/book/reads/today-more';
import { everyWord } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Translate } from '@shared/i18n/shop';
import type { ShownItem } from '../today/use-others';
import { otherRow } from './other-row';

export { otherToday } from '@extension/book/reads/today-more';

/** Everything of today in one order, each line with its words. */
export function shownToday(
  base: readonly TodayItem[],
  others: readonly OtherItem[],
  today: Day,
  t: Translate,
): readonly ShownItem[] {
  const words = everyWord(t);
  return rankedToday(base, others).map((item) =>
    item.kind === 'after' || item.kind === 'lead' || item.kind === 'care' || item.kind === 'message'
      ? { ...item, row: otherRow(item, today, words) }
      : item,
  );
}
