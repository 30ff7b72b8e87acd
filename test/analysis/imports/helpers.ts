import type { Dataset } from '@analysis/dataset';
import { MONEY_SCALE } from '@analysis/frame/orders';
import { type ReadInputs, readInputs } from '@analysis/imports/read';
import type { Progress, ReadOptions } from '@analysis/options';

export const PLAIN: ReadOptions = { map: null, dateOrder: null, tz: null, currency: null, password: null };

export function quiet(signal = new AbortController().signal): Progress {
  return { report: () => {}, signal };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function file(text: string, name = 'list.csv'): NamedFile {
  return { name, bytes: bytes(text) };
}

export async function read(
  files: readonly NamedFile[],
  options: Partial<ReadOptions> = {},
): Promise<ReadInputs> {
  const result = await readInputs(files, { ...PLAIN, ...options }, quiet());
  if (result === null) throw new Error('cancelled');
  return result;
}

/** The dataset of files that must all be readable. */
export async function readAll(
  files: readonly NamedFile[],
  options: Partial<ReadOptions> = {},
): Promise<Dataset> {
  const result = await read(files, options);
  if (!result.ok || result.refusals.length > 0) throw new Error(JSON.stringify(result.refusals));
  return result.data;
}

/** The reasons of a file that must be refused whole. */
export async function refusalsOf(files: readonly NamedFile[], options: Partial<ReadOptions> = {}) {
  const result = await read(files, options);
  return result.refusals;
}

/** Orders as lines of plain facts. */
export function orderFacts(data: Dataset, frame = data.orders) {
  return Array.from({ length: frame.count }, (_, index) => ({
    platform: frame.platforms[frame.platform[index]!],
    number: frame.number[index],
    buyer: frame.buyer[index]! < 0 ? null : frame.buyers[frame.buyer[index]!],
    time: new Date(frame.time[index]!).toISOString().slice(0, 19),
    paid: frame.paid[index]! / MONEY_SCALE,
    refund: frame.refund[index]! / MONEY_SCALE,
    refundUnknown: frame.refundUnknown[index] === 1,
    lines: frame.lines[index],
  }));
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / MONEY_SCALE;
}
