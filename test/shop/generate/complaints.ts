import { happened, instantAt, later, momentAt, type Wall } from './moments';
import { PARAMETERS } from './parameters';
import { cny, OWNER } from './put';
import { between, chance, exponential, type Random, weighted } from './random';
import type { Service } from './service';

/** Complaints after shipping, walked from open to closed as far as the period reaches. */
export function recordComplaints(service: Service, random: Random): void {
  const { purchases, period, words, put, buyerId, tally } = service;
  for (const order of purchases) {
    if (order.shippedAt === null || !chance(random, PARAMETERS.complaints.per100Orders / 100)) continue;
    const opened = later(order.shippedAt, between(random, 86_400, 5 * 86_400));
    if (!happened(period, opened)) continue;
    const cause = weighted(random, PARAMETERS.complaints.causes);
    const answered = later(opened, 60 + exponential(random, 1_200));
    const remedied = later(answered, exponential(random, PARAMETERS.complaints.meanHoursToRemedy * 3_600));
    const closed = later(remedied, between(random, 3_600, 3 * 86_400));
    const cost = between(random, 5, 40) * 100;
    const at = (wall: Wall) => (happened(period, wall) ? momentAt(period, wall) : null);
    const state = at(closed) ? 'closed' : at(remedied) ? 'remedied' : at(answered) ? 'acknowledged' : 'open';
    tally.complaint(cause);
    put(
      'complaints',
      {
        buyerId,
        what: words.complaints[cause]!,
        cause,
        state,
        orderNumber: order.number,
        openedAt: momentAt(period, opened),
        firstAnswerAt: at(answered),
        remedy: at(remedied) ? words.remedy : '',
        remedyAt: at(remedied),
        closedAt: at(closed),
        cost: at(remedied) ? cny(cost) : null,
        by: OWNER,
      },
      instantAt(period, opened),
    );
  }
}
