import { expectedWithDropOut } from '@analysis/models/beta-geometric';
import { expectedPurchases } from '@analysis/models/count-model';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { expectedSpend, fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { COUNT_MODELS } from '@analysis/models/models';
import { emptyIntegral, paretoIntegral } from '@analysis/models/pareto-integral';
import { logHyp2F1 } from '@analysis/numerics/log-hyp2f1';
import type { CountModel } from '@analysis/review';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cdnowCalibration, cdnowMaster, readNumbers } from './cdnow';

interface Published {
  readonly parameters: Readonly<Record<CountModel, number[]>>;
  readonly rows: readonly number[][];
  readonly cdnow: Readonly<
    Record<CountModel | 'gg', { parameters: number[]; logLikelihood: number; errors?: number[] }>
  >;
  readonly spend: readonly number[][];
}

const published = readNumbers<Published>('purchase-models.json');
const known = readNumbers<Record<'bgExpected' | 'paretoIntegral', number[][]>>('special-functions.json');
const COLUMN: Readonly<Record<CountModel, number>> = { bgnbd: 3, pnbd: 5, mbgnbd: 7 };
const MODELS = Object.keys(COLUMN) as CountModel[];

/** As many digits as the tables are printed with. */
const withinPrinted = (got: number, printed: number) => expect(Math.abs(got - printed)).toBeLessThan(5.1e-7);
const relative = (got: number, wanted: number, tolerance: number) =>
  expect(Math.abs(got / wanted - 1)).toBeLessThan(tolerance);

describe.each(MODELS)('%s predicts the printed table at the published parameters', (name) => {
  const rules = COUNT_MODELS[name];
  const parameters = published.parameters[name];
  test.each(published.rows)('x %s, tx %s, T %s', (x, tx, T, ...printed) => {
    const at = COLUMN[name] - 3;
    withinPrinted(rules.pAlive(parameters, x!, tx!, T!), printed[at]!);
    withinPrinted(expectedPurchases(rules, parameters, x!, tx!, T!, 39), printed[at + 1]!);
  });
});

describe('CDNOW, calibrated to 1997-09-30', () => {
  const summary = cdnowCalibration();
  const { groups } = groupCounts(summary);

  test('has the known buyers and purchases', () => {
    expect(groups.buyers).toBe(2357);
    expect(groups.repeatPurchases).toBe(2457);
    expect(summary.x.filter((x) => x > 0).length).toBe(946);
  });

  test.each(MODELS)('%s has its optimum where it was published', (name) => {
    const wanted = published.cdnow[name];
    const fit = fitCounts(COUNT_MODELS[name], groups);
    expect(fit.converged).toBe(true);
    expect(fit.boundary).toBeNull();
    expect(Math.abs(fit.logLikelihood - wanted.logLikelihood)).toBeLessThan(1e-3);
    fit.parameters.forEach((p, i) => {
      relative(p, wanted.parameters[i]!, 1e-3);
    });
    wanted.errors?.forEach((error, i) => {
      relative(fit.errors[i]!, error, 1e-3);
    });
  });

  test('Gamma–Gamma has its optimum where it was published', () => {
    const fit = fitSpend(spendColumns(summary.x, summary.spend));
    const wanted = published.cdnow.gg;
    expect(fit.converged).toBe(true);
    expect(fit.boundary).toBeNull();
    expect(Math.abs(fit.logLikelihood - wanted.logLikelihood)).toBeLessThan(1e-3);
    [fit.p, fit.q, fit.gamma].forEach((p, i) => {
      relative(p, wanted.parameters[i]!, 1e-3);
    });
    expect(fit.errors.every((error) => error !== null && error > 0)).toBe(true);
  });
});

const master = cdnowMaster();
describe.skipIf(master === null)('the whole CDNOW file (skipped where it is not at hand)', () => {
  const summary = cdnowCalibration(master ?? []);
  const { groups } = groupCounts(summary);

  test('has its optimum where three implementations have it', () => {
    expect([groups.buyers, groups.repeatPurchases]).toEqual([23_570, 24_337]);
    const bg = fitCounts(COUNT_MODELS.bgnbd, groups);
    [0.25162, 4.78894, 0.72343, 2.16108].forEach((p, i) => {
      relative(bg.parameters[i]!, p, 1e-3);
    });
    expect(Math.abs(bg.logLikelihood + 95_368.4439)).toBeLessThan(1e-3);
    expect(Math.abs(fitCounts(COUNT_MODELS.pnbd, groups).logLikelihood + 95_415.1186)).toBeLessThan(1e-3);
    const spend = fitSpend(spendColumns(summary.x, summary.spend));
    [6.27534, 3.62444, 14.98371].forEach((p, i) => {
      relative([spend.p, spend.q, spend.gamma][i]!, p, 1e-3);
    });
    expect(Math.abs(spend.logLikelihood + 40_763.4763)).toBeLessThan(1e-3);
  });
});

test.each(published.spend)('expected spend of (%s, %s) is %s', (x, mean, wanted) => {
  const fit = { p: 6.25, q: 3.74, gamma: 15.44, average: 35 };
  relative(expectedSpend(fit, x!, mean!), wanted!, 1e-6);
});

describe('the series and integrals behind the predictions', () => {
  test.each(known.bgExpected)('R %s, a %s, b %s, τ %s agrees with integration', (R, a, b, tau, value) => {
    relative(expectedWithDropOut(R!, a!, b!, tau!), value!, 1e-9);
  });

  test('the series is the closed form of Fader, Hardie & Lee wherever that is defined', () => {
    const size = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(size(0.05, 60), size(1.3, 8), size(0.2, 40), size(0.01, 4), (R, a, b, tau) => {
        const z = tau / (1 + tau);
        const c = a + b - 1;
        const closed = (c / (a - 1)) * -Math.expm1(logHyp2F1(R, b, c, z) - R * Math.log1p(tau));
        relative(expectedWithDropOut(R, a, b, tau), closed, 1e-8);
      }),
      { numRuns: 200 },
    );
  });

  test('without drop-out it is the rate times the time', () => {
    relative(expectedWithDropOut(3.2, 0, 1, 7), 3.2 * 7, 1e-11);
  });

  test.each(known.paretoIntegral)('α %s, β %s, R %s, s %s, (%s, %s]', (alpha, beta, R, s, tx, T, value) => {
    const got = emptyIntegral();
    paretoIntegral(got, [R! / 2, alpha!, s!, beta!], R! / 2, tx!, T!);
    const folded = (R! / 2) * Math.log(alpha!) + s! * Math.log(beta!);
    expect(Math.abs(got.log - value! - folded)).toBeLessThan(1e-10);
  });
});
