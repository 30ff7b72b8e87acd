import { groupCounts } from '@analysis/models/counts';
import { fitCounts } from '@analysis/models/fit-counts';
import { fitSpend, spendColumns } from '@analysis/models/gamma-gamma';
import { COUNT_MODELS } from '@analysis/models/models';
import type { CountModel } from '@analysis/review';
import { cdnowCalibration } from '../analysis/models/cdnow';
import { type BenchRow, row, timed, verify } from './case';

/** Log-likelihoods of the CDNOW sample that three independent implementations agree on. */
const KNOWN: Readonly<Record<CountModel, number>> = {
  bgnbd: -9582.4292,
  mbgnbd: -9582.1357,
  pnbd: -9594.9762,
};
const KNOWN_SPEND = -4055.9177;

/** Warm fits from prepared rows, 2,357 buyers; the yardstick is one pass of the likelihood over all rows. */
export async function modelBench(rounds: number): Promise<BenchRow[]> {
  const summary = cdnowCalibration();
  const { groups } = groupCounts(summary);
  const rows: BenchRow[] = [];
  for (const name of Object.keys(KNOWN) as CountModel[]) {
    const rules = COUNT_MODELS[name];
    const ours = await timed(rounds, () => fitCounts(rules, groups));
    verify(`log-likelihood of ${name}`, ours.result.logLikelihood, KNOWN[name], 1e-3);
    const parameters = ours.result.parameters;
    const pass = await timed(rounds * 3, () =>
      rules.logLikelihood(
        groups,
        parameters,
        parameters.map(() => 0),
      ),
    );
    const yardstick = { name: 'one likelihood pass', ms: pass.ms };
    rows.push(row(`fit ${name}`, `${groups.buyers} buyers`, ours.ms, yardstick, 'log-likelihood'));
  }
  const columns = spendColumns(summary.x, summary.spend);
  const spend = await timed(rounds, () => fitSpend(columns));
  verify('log-likelihood of Gamma–Gamma', spend.result.logLikelihood ?? Number.NaN, KNOWN_SPEND, 1e-3);
  rows.push(row('fit Gamma–Gamma', '946 repeat buyers', spend.ms, null, 'log-likelihood'));
  return rows;
}
