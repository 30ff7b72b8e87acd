import type { CareItem } from '@extension/book/reads/care-due';
import type { AnyTranslate } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';

/** A care item as a list draws it. */
export interface CareLine {
  /** What kind of thing it is, in two or three words. */
  readonly tag: string;
  readonly what: string;
  /** When, in words; '' where the day says nothing. */
  readonly when: string;
}

/** The words of something Today offers. */
export function careLine({ reason, what, by }: CareItem, today: Day, t: AnyTranslate): CareLine {
  const tag = t(`care.today.${reason.kind}`);
  switch (reason.kind) {
    case 'date': {
      const left = reason.inDays === 0 ? t('care.date.today') : t('care.today.inDays', { n: reason.inDays });
      const send =
        reason.sendBy >= today ? t('care.date.sendBy', { day: shortDay(reason.sendBy, today) }) : '';
      return { tag, what, when: [left, send].filter((part) => part !== '').join(' · ') };
    }
    case 'run-out':
      return {
        tag,
        what,
        when:
          reason.inDays >= 0
            ? t('care.supply.left', { n: reason.inDays })
            : t('care.supply.over', { n: -reason.inDays }),
      };
    case 'holiday': {
      const holiday = t(`care.holiday.${reason.id}`);
      return {
        tag,
        what: t('care.today.holiday.what', { holiday, n: reason.count }),
        when: t('care.today.inDays', { n: reason.inDays }),
      };
    }
    case 'back':
    case 'hold-ends':
      return {
        tag,
        what,
        when: reason.until === null ? '' : t('care.wait.until', { day: shortDay(reason.until, today) }),
      };
    case 'rule':
      return { tag, what, when: '' };
    case 'visit':
      return { tag, what, when: by === null ? '' : t('care.today.by', { day: shortDay(by, today) }) };
  }
}
