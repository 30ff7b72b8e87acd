import { type GiftTestPlan, giftTestPlan } from '@analysis/measures/gift-test';
import { dayStart, momentDay } from '@analysis/measures/wall-clock';
import type { OpenBook } from '@extension/book/open';
import { wholeBook } from '@extension/book/reads/whole';
import { dayOf } from '@shared/calendar/day';
import { ofSample } from '@shared/records/sample';

/** Orders that came to nothing. */
const NOTHING: ReadonlySet<string> = new Set(['unpaid', 'cancelled', 'refunded']);

/** How long this shop would have to toss the coin until an effect shows, by its own buyers and its own pace. */
export async function planOfBook(book: OpenBook): Promise<GiftTestPlan> {
  const { now, timeZone } = book.world;
  const records = await wholeBook(book);
  const owner = new Map(
    records.orderLinks
      .filter((link) => !link.deleted && !ofSample(link))
      .map((link) => [`${link.platform} ${link.number}`, link.buyerId]),
  );
  const purchases = new Map<string, number[]>();
  for (const { deleted, status, platform, number, paidAt, createdAt } of records.orders) {
    const buyer = owner.get(`${platform} ${number}`);
    const at = paidAt ?? createdAt;
    if (deleted || NOTHING.has(status) || buyer === undefined || at === null) continue;
    const times = purchases.get(buyer) ?? [];
    times.push(dayStart(momentDay(at, timeZone)));
    purchases.set(buyer, times);
  }
  for (const times of purchases.values()) times.sort((a, b) => a - b);
  const gifts = records.gifts.filter((gift) => !ofSample(gift));
  return giftTestPlan({ ...records, gifts }, purchases, {
    from: null,
    asOf: dayOf(now(), timeZone),
    timeZone,
  });
}
