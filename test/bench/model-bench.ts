import { bootstrapFits } from '@analysis/models/bootstrap';
import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { COUNT_MODELS } from '@analysis/models/models';
import type { PurchaseSummary } from '@analysis/models/summary';
import { seededRandom } from '@analysis/numerics/random';
import type { CountModel } from '@analysis/review';
import { cdnowCalibration, cdnowMaster } from '../analysis/models/cdnow';
import { type BenchRow, median, row, timed, verify, within } from './case';

/** Log-likelihoods that three independent implementations agree on: the CDNOW sample and the whole file. */
const SAMPLE = { bgnbd: -9582.4292, mbgnbd: -9582.1357, pnbd: -9594.9762, gg: -4055.9177 } as const;
const WHOLE = { bgnbd: -95_368.4439, pnbd: -95_415.1186, gg: -40_763.4763 } as const;

/** One pass of the likelihood over all rows: what no fit can do without. */
async function onePass(name: CountModel, summary: PurchaseSummary, rounds: number) {
  const { groups } = groupCounts(summary);
  const rules = COUNT_MODELS[name];
  const { parameters } = fitCounts(rules, groups);
  const gradient = parameters.map(() => 0);
  const pass = await timed(rounds * 3, () => rules.logLikelihood(groups, parameters, gradient));
  return { name: 'one likelihood pass', ms: pass.ms };
}

/** Warm fits from prepared rows. */
export async function modelBench(rounds: number): Promise<BenchRow[]> {
  const summary = cdnowCalibration();
  const rows: BenchRow[] = [];
  for (const name of ['bgnbd', 'mbgnbd', 'pnbd'] as const)
    rows.push(await countRow(name, summary, SAMPLE[name], rounds));
  rows.push(await bootstrapRow(summary, rounds));
  const master = cdnowMaster();
  if (master === null) {
    console.log(
      'skipped: the fits on 23,570 buyers, because cdnow-master.csv is not in the folder ZHANGGUI_DATA.',
    );
    return rows;
  }
  const whole = cdnowCalibration([...master]);
  rows.push(await bothRow(whole, rounds));
  rows.push(await countRow('pnbd', whole, WHOLE.pnbd, rounds, 500));
  return rows;
}

async function countRow(
  name: CountModel,
  summary: PurchaseSummary,
  known: number,
  rounds: number,
  limit?: number,
): Promise<BenchRow> {
  const { groups } = groupCounts(summary);
  const ours = await timed(rounds, () => fitCounts(COUNT_MODELS[name], groups));
  verify(`log-likelihood of ${name}`, ours.result.logLikelihood, known, 2e-3);
  const size = `${groups.buyers.toLocaleString('en')} buyers`;
  const goal = limit === undefined ? {} : { goal: within(ours.ms, limit) };
  return row(`fit ${name}`, size, ours.ms, await onePass(name, summary, rounds), 'log-likelihood', goal);
}

/** BG/NBD and Gamma–Gamma, the pair that values a buyer. */
async function bothRow(summary: PurchaseSummary, rounds: number): Promise<BenchRow> {
  const { groups } = groupCounts(summary);
  const columns = spendColumns(summary.x, summary.spend);
  const ours = await timed(rounds, () => [fitCounts(COUNT_MODELS.bgnbd, groups), fitSpend(columns)] as const);
  const [counts, spend] = ours.result;
  verify('log-likelihood of bgnbd', counts.logLikelihood, WHOLE.bgnbd, 2e-3);
  verify('log-likelihood of gg', spend.logLikelihood ?? Number.NaN, WHOLE.gg, 2e-3);
  const size = `${groups.buyers.toLocaleString('en')} buyers`;
  const pass = await onePass('bgnbd', summary, rounds);
  return row('fit bgnbd and gg', size, ours.ms, pass, 'both log-likelihoods', { goal: within(ours.ms, 80) });
}

/** 200 refits of BG/NBD; their spread must be the standard errors published for this sample. */
async function bootstrapRow(summary: PurchaseSummary, rounds: number): Promise<BenchRow> {
  const { groups } = groupCounts(summary);
  const rules = COUNT_MODELS.bgnbd;
  const fit = fitCounts(rules, groups);
  const ours = await timed(Math.min(rounds, 3), () =>
    bootstrapFits(rules, groups, fit, 200, seededRandom(1)),
  );
  verify('refits', ours.result.length, 200);
  const r = ours.result.map((parameters) => parameters[0]!);
  verify('median of r', median(r), 0.24259, 0.01);
  const mean = r.reduce((sum, value) => sum + value, 0) / r.length;
  const spread = Math.sqrt(r.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (r.length - 1));
  verify('standard error of r', spread, 0.01256, 0.004);
  const pass = await onePass('bgnbd', summary, rounds);
  return row('200 refits of bgnbd', '2,357 buyers', ours.ms, pass, 'median and standard error of r', {
    goal: within(ours.ms, 1000),
  });
}
