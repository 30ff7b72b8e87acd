import { dayAt, instantAt, later, momentAt } from './moments';
import { PARAMETERS } from './parameters';
import { cny, OWNER } from './put';
import { between, chance, pick, type Random } from './random';
import type { Service } from './service';

/** Discounts promised for the next order: redeemed with it, expired, or still owed. */
export function recordDiscounts(service: Service, random: Random): void {
  const { purchases, period, words, put, buyerId, tally } = service;
  const { perOrder, amounts, redeemedWithNextOrder, holdsDays } = PARAMETERS.discounts;
  for (const [nth, order] of purchases.entries()) {
    if (!chance(random, perOrder)) continue;
    const yuan = pick(random, amounts);
    const said = later(order.createdAt, between(random, 200, 1_200));
    const lastDay = said.day + holdsDays;
    const next = purchases.slice(nth + 1).find((later) => later.createdAt.day > said.day);
    const inTime = next !== undefined && next.createdAt.day <= lastDay;
    const redeemed = chance(random, redeemedWithNextOrder) && inTime ? next : null;
    const state = redeemed ? 'redeemed' : lastDay < period.days ? 'expired' : 'owed';
    const settled = redeemed ? redeemed.createdAt : { day: lastDay + 1, second: 0 };
    tally.discount(state, yuan * 100);
    put(
      'discounts',
      {
        buyerId,
        ...words.discount(yuan),
        amount: cny(yuan * 100),
        percentOff: null,
        when: 'next',
        state,
        saidAt: momentAt(period, said),
        where: { platform: 'practice', conversation: service.buyer.person.uid },
        expires: dayAt(period, lastDay),
        settledAt: state === 'owed' ? null : momentAt(period, settled),
        orderNumber: redeemed?.number ?? null,
        by: OWNER,
      },
      instantAt(period, said),
    );
  }
}
