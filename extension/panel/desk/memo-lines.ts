import type { OpenBook } from '@extension/book/open';
import { type MemoOrder, memoOrders } from '@extension/book/reads/memo-orders';
import { setting } from '@extension/book/reads/settings';
import { promisesInMemo } from '@extension/chat/suggest/memo';
import type { Commitment } from '@extension/chat/suggest/types';
import { dayOf } from '@shared/calendar/day';
import { derivedId } from '@shared/records/id';

/** A line of an order's memo that sounds promised (J17). */
export interface MemoLine extends MemoOrder {
  /** One text per line, under which its decision is remembered. */
  readonly key: string;
  readonly said: Commitment;
  /** The order itself shows that it may have been done: it left the shop, or money went back. */
  readonly ended: boolean;
}

const LEFT: ReadonlySet<string> = new Set(['shipped', 'completed']);

/**
 * Lines of all imported memos that sound promised and were not decided on yet: first those without an end, the
 * newest order first. Days in a memo are read from the day of its order, not from today.
 */
export async function memoLines(book: OpenBook): Promise<readonly MemoLine[]> {
  const [{ orders, decided }, currency] = await Promise.all([
    memoOrders(book),
    setting(book, 'currency', 'CNY'),
  ]);
  const now = book.world.now();
  const lines = orders.flatMap((one): readonly MemoLine[] => {
    const { order } = one;
    const at = order.createdAt ?? order.paidAt;
    const today = dayOf(at === null ? now : Date.parse(at), book.world.timeZone);
    return promisesInMemo(order.sellerMemo, { today, currency }).map((said) => ({
      ...one,
      said,
      key: derivedId('memo', order.platform, order.number, said.key),
      ended: isEnded(one, said),
    }));
  });
  return lines.filter(({ key }) => !decided.has(key)).toSorted((a, b) => Number(a.ended) - Number(b.ended));
}

function isEnded({ order }: MemoOrder, { table, kind }: Commitment): boolean {
  if (table === 'promise' && kind === 'refund') return order.refund !== null || order.refundUnknown;
  const goes =
    table === 'gift' || (table === 'promise' && (kind === 'ship' || kind === 'card' || kind === 'goods'));
  return goes && (LEFT.has(order.status) || order.shippedAt !== null);
}
