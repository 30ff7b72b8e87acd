import { complaintIn, suggestionsFor } from '@extension/chat/suggest';
import { matchKey } from '@shared/text/normalize';
import { corpus } from '../extension/chat/suggest/corpus';
import { type Sort, score } from '../extension/chat/suggest/score';
import { BUDGET_MS, slowestReading } from '../soak/text-fuzz';
import { type BenchRow, row, timed, verify, within } from './case';

// Tries F-40 of test/faults.md.

const WORLD = { today: '2026-11-22', currency: 'CNY' };
const PRECISION = 0.95;
const RECALL = 0.75;

/** What the set-aside part of the corpus says; below the floor the bench ends. */
function quality(sort: Sort): string {
  const { lines, precision, recall } = score(sort, ({ part }) => part === 'held-out');
  verify(`precision of ${sort}, at least ${PRECISION}`, Math.min(precision, PRECISION), PRECISION);
  verify(`recall of ${sort}, at least ${RECALL}`, Math.min(recall, RECALL), RECALL);
  return `${sort} ${precision.toFixed(3)} / ${recall.toFixed(3)} on ${lines}`;
}

/** The dearest message nobody would write; the soak reads a million of them. */
export function hostileBench(messages: number): BenchRow {
  const ms = slowestReading(7, messages);
  return row('slowest of hostile messages', `${messages} messages`, ms, null, 'each read in four ways', {
    goal: within(ms, BUDGET_MS),
  });
}

/** Reading messages for suggestions, beside folding the same messages for comparison. */
export async function textBench(rounds: number): Promise<BenchRow> {
  const messages = ['promises', 'facts', 'complaints', 'asks'].flatMap((name) =>
    corpus(name).map(({ text }) => ({ side: name === 'promises' ? 'seller' : 'buyer', text }) as const),
  );
  const raw = await timed(rounds, () => messages.map(({ text }) => matchKey(text)).length);
  const ours = await timed(rounds, () => messages.map((message) => suggestionsFor(message, WORLD)).length);
  verify('messages read', ours.result, messages.length);
  // The complaint that stands in every list of examples, so that a table of nothing can't pass.
  verify('the known complaint', complaintIn('收到的时候都碎了')?.cause === 'transit' ? 1 : 0, 1);
  const said = (['commitments', 'facts', 'complaints', 'asks', 'memos'] as const).map(quality);
  return row(
    'messages → suggestions',
    `${messages.length} messages`,
    ours.ms,
    { name: 'normal form of each', ms: raw.ms },
    `precision / recall: ${said.join(', ')}`,
  );
}
