import type { Writer } from '../../notebook/text/writer';
import type { Interval } from '../../review';

export interface ToldTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A section in words: one to three sentences, and the rows behind them. */
export interface Told {
  readonly sentence: string;
  /** `null` where the sentence says all there is. */
  readonly table: ToldTable | null;
}

/** Says a section; `null` where there is too little in it to say anything. @param names of buyers, by key */
export type Tell<Section> = (
  section: NonNullable<Section>,
  writer: Writer,
  names: ReadonlyMap<string, string>,
) => Told | null;

export const NONE = '–';

/** A share, or a dash. */
export const share = (rate: number | null, { percent }: Writer) => (rate === null ? NONE : percent(rate));

/** A range of shares, or a dash. */
export const range = (interval: Interval | null, { percentRange }: Writer) =>
  interval === null ? NONE : percentRange(interval);

/** A number with two decimals and its range in brackets: `4.31 (4.10–4.52)`. */
export function meanRange(mean: number | null, interval: Interval | null, { fixed }: Writer): string {
  if (mean === null) return NONE;
  const around = interval === null ? '' : ` (${fixed(interval[0], 2)}–${fixed(interval[1], 2)})`;
  return `${fixed(mean, 2)}${around}`;
}

/** Sentences one after the other; those that have nothing to say are left out. */
export const joined = (writer: Writer, ...sentences: readonly (string | null | false)[]) =>
  sentences.filter((one) => typeof one === 'string' && one !== '').join(writer.gap);
