import type { TodayItem } from '@extension/book/reads/today';
import type { OtherItem } from '@extension/book/reads/today-more';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { Day } from '@shared/calendar/day';
import { loadMore } from '@shared/i18n/more';
import { useEffect, useState } from 'preact/hooks';
import type { OtherRow } from '../desk/other-row';
import { usePanel } from '../state/context';

type Others = typeof import('../desk/others');
/** A line of Today that came with the second half, with its words already found. */
export type ShownOther = OtherItem & { readonly row: OtherRow };
export type ShownItem = TodayItem | ShownOther;

/** Care, leads and messages among what Today has already drawn: they are fetched after the first sight. */
export function useOthers(base: readonly TodayItem[], today: Day): readonly ShownItem[] {
  const { lang, t } = useWords();
  const { book } = usePanel().session;
  const [part, setPart] = useState<Others | null>(null);
  useEffect(() => {
    let here = true;
    void Promise.all([import('../desk/others'), loadMore(lang)]).then(([others]) => here && setPart(others));
    return () => {
      here = false;
    };
  }, [lang]);
  const found = useLive(async () => (part ? part.otherToday(book, today) : []), [book, today, part]);
  if (!part || !found) return base;
  return part.shownToday(base, found, today, t);
}
