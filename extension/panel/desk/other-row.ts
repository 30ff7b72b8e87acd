import type { OtherItem } from '@extension/book/reads/today-more';
import type { AnyTranslate } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import { careLine } from '../care/care-line';

/** A line of Today about a lead, somebody to think of, or a message that may go out. */
export interface OtherRow {
  readonly id: string;
  readonly tag: string;
  readonly what: string;
  readonly when: string;
  /** `null`: about many; the shop's page has the list. */
  readonly buyer: Buyer | null;
}

/** The words of such a line. */
export function otherRow(item: OtherItem, today: Day, t: AnyTranslate): OtherRow {
  if (item.kind === 'care')
    return { id: item.care.key, buyer: item.care.buyer, ...careLine(item.care, today, t) };
  if (item.kind === 'message') {
    const { message, buyer } = item.due;
    return {
      id: message.id,
      buyer,
      tag: t(`templates.reason.${message.reason}`),
      what: message.text,
      when: '',
    };
  }
  if (item.kind === 'after') {
    const { key, need, what, on, buyer } = item.after;
    return {
      id: key,
      buyer,
      tag: t(`aftersales.due.${need}`),
      what,
      when: on === null ? '' : shortDay(on, today),
    };
  }
  const { lead, buyer } = item.lead;
  const when = lead.expected ? shortDay(lead.expected, today) : '';
  return { id: lead.id, buyer, tag: t('panel.act.lead'), what: lead.what, when };
}
