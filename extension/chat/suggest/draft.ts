import type { Day } from '@shared/calendar/day';
import type { PromiseKind } from '@shared/records/promise';
import { defaultRedLines } from '@shared/red-lines/defaults';
import { type RedLine, redLinesIn } from '@shared/red-lines/scan';
import type { RedLineList } from '@shared/red-lines/schema';
import { commitmentsIn } from './commitments';
import type { Commitment, ReadingWorld } from './types';

/** How promises of one kind went in this shop so far. */
export interface KeptRecord {
  readonly settled: number;
  /** Kept in time; late and broken ones are not. */
  readonly kept: number;
}

/** What the shop knows of itself, given by the caller: this folder never reads the book. */
export interface ShopRecord {
  readonly byKind: Readonly<Partial<Record<PromiseKind, KeptRecord>>>;
  /** Open promises per due day. */
  readonly openOn: Readonly<Record<Day, number>>;
  /** How many promises a day this shop keeps; null when it has not said so. */
  readonly capacity: number | null;
}

/** A quiet hint under the reply box; never stops anything. */
export type DraftHint =
  | { readonly why: 'red-line'; readonly line: RedLine }
  | { readonly why: 'often-broken'; readonly promise: Commitment; readonly record: KeptRecord }
  | { readonly why: 'full-day'; readonly promise: Commitment; readonly day: Day; readonly open: number };

/** Fewer settled promises of a kind say nothing about the next one. */
const MIN_SETTLED = 8;
/** Below this share kept in time the shop usually fails at it. */
const USUALLY = 0.7;

/**
 * What to think of before a draft is sent: words that get a shop fined, a promise of a kind this shop often
 * breaks, a day that has more promises than can be kept.
 *
 * @param options.list The shop's own red lines; the usual ones when left out.
 */
export function draftHints(
  draft: string,
  world: ReadingWorld,
  options: {
    readonly platform: string | null;
    readonly list?: RedLineList;
    readonly shop: ShopRecord;
  },
): readonly DraftHint[] {
  const { platform, list = defaultRedLines, shop } = options;
  const lines = redLinesIn(draft, { platform, list }).map((line): DraftHint => ({ why: 'red-line', line }));
  const promises = commitmentsIn(draft, world).flatMap((promise) => promiseHints(promise, shop));
  return [...lines, ...promises];
}

function promiseHints(promise: Commitment, { byKind, openOn, capacity }: ShopRecord): DraftHint[] {
  if (promise.table !== 'promise') return [];
  const hints: DraftHint[] = [];
  const record = byKind[promise.kind];
  if (record && record.settled >= MIN_SETTLED && record.kept / record.settled < USUALLY)
    hints.push({ why: 'often-broken', promise, record });
  if (promise.due.on === 'day' && capacity !== null) {
    const open = openOn[promise.due.day] ?? 0;
    if (open >= capacity) hints.push({ why: 'full-day', promise, day: promise.due.day, open });
  }
  return hints;
}
