import { dayOf } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import { derivedId } from '@shared/records/id';
import type { OrderLink } from '@shared/records/order';
import { buyerIds } from '../buyer-id';
import type { OpenBook } from '../open';
import { livingBuyer } from '../reads/merged';
import { nameKey, whenOf } from '../reads/orders';
import { byIds } from '../reads/rows';
import { newAccount, newBuyer } from '../who';
import type { FreshLink, OrderInput } from './orders';

interface Opened {
  readonly changes: readonly Change[];
  readonly links: readonly FreshLink[];
}

interface Linked {
  readonly known: readonly OrderLink[];
  readonly fresh: readonly FreshLink[];
}

/**
 * A file for every buyer whom the platform names by a key of its own and whom nobody knows yet, met on the day of
 * their first order, with the links of their orders. A masked name opens no file.
 */
export async function filesForBuyers(
  book: OpenBook,
  orders: readonly OrderInput[],
  { known, fresh }: Linked,
  linkedAt: string,
): Promise<Opened> {
  const linked = new Set([...known, ...fresh].map(nameKey));
  const idOf = await buyerIds(book.db);
  const groups = new Map<string, OrderInput[]>();
  for (const order of orders) {
    if (order.buyerKey === null || linked.has(nameKey(order))) continue;
    const key = idOf(order.platform, 'platform', order.buyerKey);
    const group = groups.get(key);
    if (group) group.push(order);
    else groups.set(key, [order]);
  }
  const stored = await byIds(book.db.buyers, [...groups.keys()]);
  const changes: Change[] = [];
  const links: FreshLink[] = [];
  for (const [id, group] of groups) {
    const first = group.toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))[0]!;
    const { platform, buyerKey } = first;
    const displayName = group.find(({ buyerName }) => buyerName !== '')?.buyerName ?? buyerKey!;
    const there = stored.get(id);
    // A file that was withdrawn is opened anew; one that was merged leads to where it went.
    const owner = there ? ((await livingBuyer(book.db, id))?.id ?? id) : id;
    if (!there) {
      const file = newBuyer(book, id, displayName);
      const when = whenOf(first);
      const since = when === '' ? {} : { since: dayOf(Date.parse(when), book.world.timeZone) };
      changes.push({ ...file, set: { ...file.set, ...since } });
    }
    changes.push(newAccount(owner, { platform, strength: 'platform', key: buyerKey!, displayName }));
    for (const { platform, number } of group) {
      const linkId = derivedId('order-link', platform, number);
      links.push({ id: linkId, platform, number, buyerId: owner, how: 'import', linkedAt });
    }
  }
  return { changes, links };
}
