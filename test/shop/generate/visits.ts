import { dayAt, happened, instantAt, later, momentAt, type Period } from './moments';
import { PARAMETERS } from './parameters';
import { OWNER } from './put';
import { between, binomial, chance, type Random } from './random';
import type { Service } from './service';

/** Days after which a visit without an answer counts as unanswered. */
const PATIENCE = 7;

/**
 * Mean score on a day of the period: a straight line, so that the true trend is one number.
 *
 * @example meanScore(0, 100) // => 4.05
 */
export function meanScore(day: number, days: number): number {
  const { meanInTheMiddle, riseOverPeriod } = PARAMETERS.satisfaction;
  return meanInTheMiddle + riseOverPeriod * (day / days - 0.5);
}

function drawScore(random: Random, day: number, period: Period): number {
  return 1 + binomial(random, 4, (meanScore(day, period.days) - 1) / 4);
}

/** Return visits after delivery: planned, asked, answered or not. */
export function recordVisits(service: Service, random: Random): void {
  const { purchases, period, words, put, buyerId, tally } = service;
  for (const order of purchases) {
    if (order.completedAt === null || !chance(random, PARAMETERS.satisfaction.asked)) continue;
    const asked = {
      day: order.completedAt.day + between(random, 3, 10),
      second: between(random, 36_000, 75_000),
    };
    const answers = chance(random, PARAMETERS.satisfaction.responseRate);
    const answered = later(asked, between(random, 300, 2 * 86_400));
    const scores = Array.from({ length: 4 }, () => drawScore(random, answered.day, period));
    const state = !happened(period, asked)
      ? 'planned'
      : answers && happened(period, answered)
        ? 'answered'
        : asked.day + PATIENCE < period.days
          ? 'no-answer'
          : 'asked';
    const [overall = null, goods = null, delivery = null, service = null] =
      state === 'answered' ? scores : [];
    tally.visit(state, overall);
    put(
      'visits',
      {
        buyerId,
        what: words.visit,
        orderNumber: order.number,
        state,
        planned: dayAt(period, asked.day),
        askedAt: state === 'planned' ? null : momentAt(period, asked),
        answeredAt: state === 'answered' ? momentAt(period, answered) : null,
        overall,
        goods,
        delivery,
        service,
        by: OWNER,
      },
      instantAt(period, order.completedAt),
    );
  }
}
