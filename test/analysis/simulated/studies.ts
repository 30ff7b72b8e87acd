import { weeklyForecast } from '@analysis/measures/forecast';
import { betaBinomialDifference } from '@analysis/measures/gift-test';
import { wilson } from '@analysis/measures/intervals';
import { netPromoter } from '@analysis/measures/recommend';
import { countRange } from '@analysis/models/backtest';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { lifetimes, type Outlook } from '@analysis/models/lifetime';
import { buyerIntervals, totalInterval } from '@analysis/models/lifetime-intervals';
import { COUNT_MODELS } from '@analysis/models/models';
import { drawParameters } from '@analysis/models/parameter-draws';
import { logInterval } from '@analysis/models/parameter-intervals';
import { type Random, seededRandom } from '@analysis/numerics/random';
import { drawGamma, drawNormal, drawPoisson } from '@analysis/numerics/samplers';
import type { CountModel } from '@analysis/review';
import { simulateShop, TRUTHS } from './shop';

/** Truths inside their intervals, and how many there were, in one simulated shop. */
export interface Held {
  readonly inside: number;
  readonly all: number;
}

/**
 * One kind of 95 % interval on shops whose truth is known. What comes in `whole` steps (numbers of purchases, a
 * value of exactly 0) can't be cut at 95 % sharp: such intervals may hold more, never less.
 */
export interface Study {
  readonly name: string;
  readonly whole: boolean;
  readonly shop: (seed: number) => Promise<Held> | Held;
}

/** Pareto/NBD takes longest. */
const BUYERS: Readonly<Record<CountModel, number>> = { bgnbd: 800, mbgnbd: 800, pnbd: 500 };
const FUTURE = 26;
const PERIOD_SD = 0.15;

const held = (truths: readonly (readonly [readonly [number, number] | null, number])[]): Held => {
  const told = truths.filter(([interval]) => interval !== null);
  return {
    inside: told.filter(([interval, truth]) => interval![0] <= truth && truth <= interval![1]).length,
    all: told.length,
  };
};

function outlookOf(name: CountModel, random: Random, factor: number) {
  const truth = TRUTHS[name];
  const shop = simulateShop(truth, BUYERS[name], FUTURE, factor, random);
  const grouped = groupCounts(shop.summary);
  const rules = COUNT_MODELS[name];
  const fit = fitCounts(rules, grouped.groups);
  const spend = fitSpend(spendColumns(shop.summary.x, shop.summary.spend));
  const look: Outlook = {
    rules,
    fit,
    summary: shop.summary,
    grouped,
    spend,
    horizon: FUTURE,
    discountPerUnit: 0,
  };
  return { look, shop, truth, fit, spend };
}

function modelStudies(name: CountModel): readonly Study[] {
  return [
    ...COUNT_MODELS[name].parameters.map(
      (parameter, at): Study => ({
        name: `${name}: parameter ${parameter}`,
        whole: false,
        shop: (seed) => {
          const { fit, truth } = outlookOf(name, seededRandom(seed), 1);
          // On a boundary the fit says so and gives no interval.
          const interval = fit.boundary === null ? logInterval(fit.parameters[at]!, fit.errors[at]!) : null;
          return held([[interval, truth.parameters[at]!]]);
        },
      }),
    ),
    {
      name: `${name}: value of the whole base over ${FUTURE} weeks`,
      whole: false,
      shop: async (seed) => {
        const random = seededRandom(seed);
        const factor = Math.exp(PERIOD_SD * drawNormal(random));
        const { look, shop } = outlookOf(name, random, factor);
        const interval = await totalInterval(look, lifetimes(look), { seed, periodSd: PERIOD_SD });
        return held([[interval, shop.spent.reduce((sum, v) => sum + v, 0)]]);
      },
    },
    {
      name: `${name}: purchases of single buyers`,
      whole: true,
      shop: (seed) => {
        const { look, shop, fit } = outlookOf(name, seededRandom(seed), 1);
        const parameters = drawParameters(look.rules, fit, look.grouped.groups, 30, seededRandom(seed));
        const { x, tx, T } = shop.summary;
        return held(
          [...x.keys()]
            .slice(0, 100)
            .map((i) => [
              countRange(look.rules, parameters, x[i]!, tx[i]!, T[i]!, FUTURE),
              shop.purchases[i]!,
            ]),
        );
      },
    },
    {
      name: `${name}: value of the best buyers`,
      // Who may well have left has a chance of exactly 0.
      whole: true,
      shop: (seed) => {
        const { look, shop } = outlookOf(name, seededRandom(seed), 1);
        const values = lifetimes(look);
        const best = [...values.value.keys()]
          .sort((i, j) => values.value[j]! - values.value[i]!)
          .slice(0, 10);
        const intervals = buyerIntervals(look, values, best, { seed, periodSd: 0 });
        return held(best.map((i, k) => [intervals[k]!, shop.spent[i]!]));
      },
    },
  ];
}

const spendStudies: readonly Study[] = (['p', 'q', 'gamma'] as const).map((parameter, at) => ({
  name: `Gamma–Gamma: parameter ${parameter}`,
  whole: false,
  shop: (seed) => {
    const { spend, truth } = outlookOf('bgnbd', seededRandom(seed), 1);
    const interval = spend.boundary === null ? logInterval(spend[parameter], spend.errors[at]!) : null;
    return held([[interval, truth.spend[parameter]]]);
  },
}));

const times = (n: number, make: () => number) => Array.from({ length: n }, make);

/** Weeks of a shop: counts by chance around a level that itself moves by `sd` from week to week. */
function weeks(random: Random, n: number, level: number, sd: number): number[] {
  return times(n, () => drawPoisson(random, level * Math.exp(sd * drawNormal(random))));
}

const measureStudies: readonly Study[] = [
  {
    name: 'repeat rate (Wilson)',
    whole: true,
    shop: (seed) => {
      const random = seededRandom(seed);
      const successes = times(150, random).filter((u) => u < 0.34).length;
      return held([[wilson(successes, 150), 0.34]]);
    },
  },
  {
    name: 'gift test: difference in return',
    whole: false,
    shop: (seed) => {
      const random = seededRandom(seed);
      const arm = (n: number, rate: number) => ({
        n,
        successes: times(n, random).filter((u) => u < rate).length,
      });
      return held([[betaBinomialDifference(arm(120, 0.42), arm(110, 0.3)).interval, 0.12]]);
    },
  },
  {
    name: 'net promoter score',
    whole: false,
    shop: (seed) => {
      const random = seededRandom(seed);
      const answers = times(60, () => (random() < 0.5 ? 9 : random() < 0.4 ? 3 : 7));
      return held([[netPromoter(answers)!.interval, 30]]);
    },
  },
  ...(
    [
      [8, 0],
      [60, 0.15],
      [400, 0.3],
    ] as const
  ).map(
    ([level, sd]): Study => ({
      name: `next week's orders, about ${level} a week, weeks differing by ${Math.round(sd * 100)} %`,
      whole: false,
      shop: (seed) => {
        const series = weeks(seededRandom(seed), 31, level, sd);
        const told = weeklyForecast(series.slice(0, 30), 1)!;
        return held([[told.interval, series[30]!]]);
      },
    }),
  ),
  {
    name: "next week's revenue",
    whole: false,
    shop: (seed) => {
      const random = seededRandom(seed);
      let [sum, squares] = [0, 0];
      const series = weeks(random, 31, 40, 0.1).map((count) => {
        const amounts = times(count, () => drawGamma(random, 2, 0.05));
        for (const amount of amounts) {
          sum += amount;
          squares += amount * amount;
        }
        return amounts.reduce((all, amount) => all + amount, 0);
      });
      return held([[weeklyForecast(series.slice(0, 30), squares / sum)!.interval, series[30]!]]);
    },
  },
];

/** Everything the review prints with a 95 % interval that a simulation can check. */
export const STUDIES: readonly Study[] = [
  ...measureStudies,
  ...spendStudies,
  ...modelStudies('bgnbd'),
  ...modelStudies('mbgnbd'),
  ...modelStudies('pnbd'),
];

/** Runs a study on shops `from` … `from + shops − 1`; the share of truths inside. */
export async function coverageOf(
  study: Study,
  from: number,
  shops: number,
): Promise<Held & { readonly share: number }> {
  let [inside, all] = [0, 0];
  for (let seed = from; seed < from + shops; seed += 1) {
    const one = await study.shop(Math.imul(seed + 1, 0x9e3779b1));
    inside += one.inside;
    all += one.all;
  }
  return { inside, all, share: all > 0 ? inside / all : Number.NaN };
}
