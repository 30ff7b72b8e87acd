import type { Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { OpenBook } from '../open';
import { type CareItem, careDue } from './care-due';
import { type AfterSaleDue, complaintsDue } from './complaints-due';
import { type DueLead, leadsDue } from './leads';
import { type DueMessage, messagesDue } from './messages';
import type { TodayItem } from './today';

/** What Today offers beside promises and parcels: fetched after the first sight. */
export type OtherItem =
  | { readonly kind: 'lead'; readonly lead: DueLead }
  | { readonly kind: 'after'; readonly after: AfterSaleDue }
  | { readonly kind: 'care'; readonly care: CareItem }
  | { readonly kind: 'message'; readonly due: DueMessage };

/** What is due after a sale, leads whose day has come, buyers to be thought of, messages that may go out. */
export async function otherToday(book: OpenBook, today: Day): Promise<readonly OtherItem[]> {
  const [after, leads, care, messages] = await Promise.all([
    complaintsDue(book, book.world.now()),
    leadsDue(book, today),
    careDue(book, today),
    messagesDue(book, today),
  ]);
  return withoutSample([
    // An open complaint stands in Today's first list already, with its deadline.
    ...after
      .filter(({ need }) => need !== 'first-answer' && need !== 'remedy')
      .map((due) => ({ kind: 'after', after: due }) as const),
    ...leads.map((lead) => ({ kind: 'lead', lead }) as const),
    ...care.map((item) => ({ kind: 'care', care: item }) as const),
    ...messages.map((due) => ({ kind: 'message', due }) as const),
  ]);
}

/** What was tried out on the sample buyer asks for nothing. */
function withoutSample(items: readonly OtherItem[]): readonly OtherItem[] {
  return items.filter((item) => !buyerOf(item)?.sample);
}

function buyerOf(item: OtherItem): Buyer | null {
  switch (item.kind) {
    case 'after':
      return item.after.buyer;
    case 'lead':
      return item.lead.buyer;
    case 'care':
      return item.care.buyer;
    case 'message':
      return item.due.buyer;
  }
}

/** First what was promised, then where money is at risk, then what has a day, then the rest (J5). */
function rankOf(item: TodayItem | OtherItem): number {
  switch (item.kind) {
    case 'promise':
      return item.standing === 'late' ? 0 : item.standing === 'due' ? 1 : 7;
    case 'complaint':
      return 2;
    case 'unsent':
      return 3;
    case 'gift':
      return 4;
    case 'after':
      return item.after.late || item.after.need === 'escalate' ? 2 : 5;
    case 'lead':
      return 5;
    case 'care':
      return item.care.by === null ? 9 : 6;
    case 'message':
      return 8;
  }
}

/** Everything of today in one order; what stood in an order of its own keeps it. */
export function rankedToday(
  base: readonly TodayItem[],
  others: readonly OtherItem[],
): readonly (TodayItem | OtherItem)[] {
  return [...base, ...others].toSorted((a, b) => rankOf(a) - rankOf(b));
}
