import { weeklyForecast } from '@analysis/measures/forecast';
import { betaBinomialDifference } from '@analysis/measures/gift-test';
import { wilson } from '@analysis/measures/intervals';
import { netPromoter } from '@analysis/measures/recommend';
import { groupCounts } from '@analysis/models/counts';
import { chancesBeyond } from '@analysis/models/coverage';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { lifetimes, type Outlook } from '@analysis/models/lifetime';
import { buyerIntervals, likelyParameters, totalInterval } from '@analysis/models/lifetime-intervals';
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

/** One kind of 95 % interval on shops whose truth is known. */
export interface Study {
  readonly name: string;
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

/** Where 95 % intervals begin and end in a distribution. */
const [LOW, HIGH] = [0.025, 0.975];

/**
 * How much of what is told of a number lies inside the central 95 % of its distribution. Numbers of purchases, and
 * a value of exactly 0, come in steps that can't be cut at 95 % sharp: an interval that holds the step at its end
 * holds more than it says. So a step counts by its part between the 2.5 % and the 97.5 % mark, as the probability
 * integral transform of counts does (Czado, Gneiting & Held 2009), and the share inside is 95 % where the
 * distribution is right.
 *
 * @param below chance of less than the truth
 * @param upTo chance of the truth or less
 */
function insidePart(below: number, upTo: number): number {
  const step = upTo - below;
  if (!(step > 0)) return below > LOW && below < HIGH ? 1 : 0;
  return Math.max(0, Math.min(HIGH, upTo) - Math.max(LOW, below)) / step;
}

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

/** Of each buyer of a shop the distribution of the purchases to come. */
function distributions(look: Outlook, seed: number): (buyer: number) => Float64Array {
  const parameters = drawParameters(look.rules, look.fit, look.grouped.groups, 30, seededRandom(seed));
  const { x, tx, T } = look.summary;
  return (i) => chancesBeyond(look.rules, parameters, x[i]!, tx[i]!, T[i]!, FUTURE);
}

function modelStudies(name: CountModel): readonly Study[] {
  return [
    ...COUNT_MODELS[name].parameters.map(
      (parameter, at): Study => ({
        name: `${name}: parameter ${parameter}`,
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
      shop: async (seed) => {
        const random = seededRandom(seed);
        const factor = Math.exp(PERIOD_SD * drawNormal(random));
        const { look, shop } = outlookOf(name, random, factor);
        const interval = await totalInterval(look, lifetimes(look), {
          seed,
          parameters: likelyParameters(look, seed),
          periodSd: PERIOD_SD,
        });
        return held([[interval, shop.spent.reduce((sum, v) => sum + v, 0)]]);
      },
    },
    {
      name: `${name}: purchases of single buyers`,
      shop: (seed) => {
        const { look, shop } = outlookOf(name, seededRandom(seed), 1);
        const beyond = distributions(look, seed);
        const some = [...shop.summary.x.keys()].slice(0, 100);
        const inside = some.map((i) => {
          const chances = beyond(i);
          const n = shop.purchases[i]!;
          return insidePart(n === 0 ? 0 : 1 - (chances[n - 1] ?? 0), 1 - (chances[n] ?? 0));
        });
        return { inside: inside.reduce((sum, part) => sum + part, 0), all: some.length };
      },
    },
    {
      name: `${name}: value of the best buyers`,
      shop: (seed) => {
        const { look, shop } = outlookOf(name, seededRandom(seed), 1);
        const values = lifetimes(look);
        const best = [...values.value.keys()]
          .sort((i, j) => values.value[j]! - values.value[i]!)
          .slice(0, 10);
        const beyond = distributions(look, seed);
        const intervals = buyerIntervals(look, values, best, {
          seed,
          parameters: likelyParameters(look, seed),
          periodSd: 0,
        });
        const inside = best.map((i, k) => {
          const [low, high] = intervals[k]!;
          const spent = shop.spent[i]!;
          if (spent > 0) return low <= spent && spent <= high ? 1 : 0;
          return low > 0 ? 0 : insidePart(0, 1 - beyond(i)[0]!);
        });
        return { inside: inside.reduce<number>((sum, part) => sum + part, 0), all: best.length };
      },
    },
  ];
}

const spendStudies: readonly Study[] = (['p', 'q', 'gamma'] as const).map((parameter, at) => ({
  name: `Gamma–Gamma: parameter ${parameter}`,
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
    shop: (seed) => {
      const random = seededRandom(seed);
      // Of one rate and size the coverage depends on where the steps of the number of buyers happen to fall.
      const [rate, buyers] = [0.1 + 0.5 * random(), 80 + Math.floor(320 * random())];
      const successes = times(buyers, random).filter((u) => u < rate).length;
      return held([[wilson(successes, buyers), rate]]);
    },
  },
  {
    name: 'gift test: difference in return',
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
      shop: (seed) => {
        const series = weeks(seededRandom(seed), 31, level, sd);
        const told = weeklyForecast(series.slice(0, 30), 1)!;
        return held([[told.interval, series[30]!]]);
      },
    }),
  ),
  {
    name: "next week's revenue",
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
