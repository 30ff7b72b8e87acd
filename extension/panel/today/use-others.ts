import { standsFirst, type TodayItem } from '@extension/book/reads/today';
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

/** What Today draws, and whether that is all of it. */
interface Shown {
  readonly lines: readonly ShownItem[];
  readonly whole: boolean;
}

/**
 * Care, leads and messages among the lines of the first half: they are fetched after the first sight. Until they are
 * there only those lines stand that none of them can come before, so that nothing moves from under a click.
 */
export function useOthers(base: readonly TodayItem[], today: Day): Shown {
  const { lang, t } = useWords();
  const { book } = usePanel().session;
  const [part, setPart] = useState<Others | 'missing' | null>(null);
  useEffect(() => {
    let here = true;
    const set = (found: Others | 'missing') => here && setPart(found);
    Promise.all([import('../desk/others'), loadMore(lang)]).then(
      ([others]) => set(others),
      () => set('missing'),
    );
    return () => {
      here = false;
    };
  }, [lang]);
  const others = part === 'missing' ? null : part;
  const found = useLive(async () => (others ? others.otherToday(book, today) : []), [book, today, others]);
  if (part === 'missing') return { lines: base, whole: true };
  if (!others || !found) return { lines: base.filter(standsFirst), whole: false };
  return { lines: others.shownToday(base, found, today, t), whole: true };
}
