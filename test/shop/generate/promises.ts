import { dayAt, instantAt, later, momentAt } from './moments';
import { PARAMETERS } from './parameters';
import { OWNER } from './put';
import { between, chance, pick, type Random, weighted } from './random';
import type { Service } from './service';

/** Promises with a day, and what became of them; those whose end lies after the last day are still open. */
export function recordPromises(service: Service, random: Random): void {
  const { purchases, period, words, put, buyerId, tally } = service;
  for (const order of purchases) {
    if (!chance(random, PARAMETERS.promises.perOrder)) continue;
    const { kind, what, quote } = pick(random, words.promises);
    const said = later(order.createdAt, between(random, 120, 900));
    const due = said.day + between(random, 2, 7);
    const outcome = weighted(random, PARAMETERS.promises.outcomes);
    const settledDay =
      outcome === 'onTime' ? between(random, said.day + 1, due) : due + between(random, 1, 4);
    const settled = { day: settledDay, second: between(random, 34_000, 75_000) };
    const open = settledDay >= period.days;
    tally.promise(open ? 'open' : outcome);
    put(
      'promises',
      {
        buyerId,
        what,
        kind,
        state: open ? 'open' : outcome === 'onTime' || outcome === 'late' ? 'kept' : outcome,
        due: { on: 'day', day: dayAt(period, due) },
        quote,
        saidAt: momentAt(period, said),
        where: { platform: 'practice', conversation: service.buyer.person.uid },
        cost: null,
        orderNumber: order.number,
        settledAt: open ? null : momentAt(period, settled),
        settledOn: open ? null : dayAt(period, settled.day),
        by: OWNER,
      },
      instantAt(period, said),
    );
  }
}
