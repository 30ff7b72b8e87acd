/**
 * The laws the practice shop is drawn from. They go into `truth.json` as they stand here, so that an analysis
 * of the generated files can be held against them.
 */
export const PARAMETERS = {
  /**
   * Purchases: BG/NBD (Fader, Hardie & Lee 2005), unit = week. First purchases fall evenly over the period;
   * a buyer's weekly rate is Gamma(r, rate alpha), the chance to leave after each *repeat* purchase Beta(a, b).
   */
  purchase: { model: 'bgnbd', unit: 'week', r: 0.62, alpha: 6.4, a: 0.75, b: 2.4 },
  /** What one purchase is worth, in yuan: Gamma(p, rate v) with v ~ Gamma(q, rate gamma). */
  spend: { model: 'gg', p: 6.2, q: 4.1, gamma: 58 },
  /** Share of buyers who buy on Taobao; the others on Pinduoduo, whose export names nobody. */
  taobaoShare: 0.6,
  /** Share of each platform's buyers who chatted and so stand in the book with all their orders. */
  known: { taobao: 0.4, pinduoduo: 0.35 },
  /** Rows beside the purchases. */
  noise: { closedPerOrder: 0.04, partialRefundTaobao: 0.015, refundedPinduoduo: 0.012 },
  /** Promises per order of a known buyer, and what becomes of one whose day has passed. */
  promises: { perOrder: 0.24, outcomes: { onTime: 0.86, late: 0.07, broken: 0.05, released: 0.02 } },
  /** Next-time discounts per order of a known buyer; redeemed with the next order when one comes in time. */
  discounts: { perOrder: 0.12, amounts: [5, 10, 15, 20], redeemedWithNextOrder: 0.7, holdsDays: 90 },
  /**
   * The queue gift goes with a known buyer's first order. Among buyers whose first order is at least
   * `returnWithinDays` old, P(second purchase in that time) is higher by exactly `effect` with the gift than
   * without; the purchase law over all buyers stays untouched.
   */
  gifts: { perFirstOrder: 0.15, returnWithinDays: 30, effect: 0.12, meanWaitSeconds: 260, surprise: 0.3 },
  /** Return visits per order: answered by some; a score is 1 + Binomial(4, (mean − 1)/4), so the mean is exact. */
  satisfaction: { asked: 0.35, responseRate: 0.62, meanInTheMiddle: 4.2, riseOverPeriod: 0.3 },
  complaints: {
    per100Orders: 3,
    causes: { transit: 5, quality: 2, 'wrong-item': 1, late: 2, description: 1, service: 1 },
    meanHoursToRemedy: 9,
  },
  packing: { perOrder: 0.1 },
  notes: { perBuyer: 0.25 },
} as const;
export type Parameters = typeof PARAMETERS;

/** The shop's clock: Beijing time, no summer time. */
export const SHOP_ZONE = 'Asia/Shanghai';
export const SHOP_NAME = '青禾陶作';
