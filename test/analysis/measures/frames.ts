import type { Dataset } from '@analysis/dataset';
import type { AnswerFrame, OrderFrame } from '@analysis/frame/orders';
import { MONEY_SCALE } from '@analysis/frame/orders';
import type { ReviewOptions } from '@analysis/options';

/** An order for a hand-made frame: buyer key (null = nobody knows), wall clock, amount in major units. */
export interface OrderRow {
  readonly buyer: string | null;
  /** '2026-11-22' or '2026-11-22T10:00'. */
  readonly at: string;
  readonly paid?: number;
  readonly refund?: number;
  readonly refundUnknown?: boolean;
  readonly number?: string;
  readonly platform?: string;
}

export function wall(at: string): number {
  return Date.parse(at.length === 10 ? `${at}T12:00:00Z` : `${at}:00Z`);
}

export function orderFrame(rows: readonly OrderRow[]): OrderFrame {
  const buyers = [...new Set(rows.flatMap((row) => (row.buyer === null ? [] : [row.buyer])))];
  const platforms = [...new Set(rows.map((row) => row.platform ?? 'shop'))];
  return {
    count: rows.length,
    platforms,
    platform: Uint8Array.from(rows, (row) => platforms.indexOf(row.platform ?? 'shop')),
    number: rows.map((row, index) => row.number ?? `N${index}`),
    buyer: Int32Array.from(rows, (row) => (row.buyer === null ? -1 : buyers.indexOf(row.buyer))),
    buyers,
    time: Float64Array.from(rows, (row) => wall(row.at)),
    paid: Float64Array.from(rows, (row) => Math.round((row.paid ?? 10) * MONEY_SCALE)),
    refund: Float64Array.from(rows, (row) => Math.round((row.refund ?? 0) * MONEY_SCALE)),
    refundUnknown: Uint8Array.from(rows, (row) => (row.refundUnknown ? 1 : 0)),
    lines: Uint32Array.from(rows, () => 1),
  };
}

export interface AnswerRow {
  readonly asked?: string;
  readonly answered?: string;
  readonly score?: number;
}

export function answerFrame(rows: readonly AnswerRow[]): AnswerFrame {
  return {
    count: rows.length,
    askedAt: Float64Array.from(rows, (row) => (row.asked ? wall(row.asked) : Number.NaN)),
    answeredAt: Float64Array.from(rows, (row) => (row.answered ? wall(row.answered) : Number.NaN)),
    score: Float64Array.from(rows, (row) => row.score ?? Number.NaN),
    buyer: rows.map(() => ''),
    order: rows.map(() => ''),
  };
}

export function dataset(parts: Partial<Dataset> = {}): Dataset {
  return {
    inputs: [],
    orders: orderFrame([]),
    netted: null,
    nettedAway: { orders: 0, lines: 0, amount: 0, buyers: 0 },
    withoutBuyer: 0,
    duplicatesDropped: 0,
    platformsWithoutKey: [],
    answers: answerFrame([]),
    summaries: null,
    book: null,
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    ...parts,
  };
}

export function reviewOptions(parts: Partial<ReviewOptions> = {}): ReviewOptions {
  return {
    lang: 'en',
    asOf: null,
    from: null,
    to: null,
    unit: 'week',
    calibrateUntil: null,
    horizonWeeks: 52,
    models: ['bgnbd', 'mbgnbd', 'pnbd', 'gg'],
    net: false,
    today: '2026-11-22',
    seed: 1,
    ...parts,
  };
}
