import { parseArgs } from 'node:util';
import { isDay } from '@shared/calendar/day';
import type { BookLang } from './book-words';
import type { ShopSize } from './shop';

export interface PracticeOptions extends ShopSize {
  readonly out: string;
  readonly lang: BookLang;
}

/** Last day of the data where `--as-of` does not say: fixed, so that a seed means the same every day. */
export const DEFAULT_AS_OF = '2026-11-21';

export const USAGE = `npm run practice -- --out DIR [--buyers N] [--weeks W] [--seed S] [--as-of DATE] [--lang zh|en]

Writes a seeded practice shop into DIR: book.json, orders-taobao.csv, orders-pinduoduo.csv, truth.json.
  --out DIR      where to write; made if it is not there
  --buyers N     how many people bought at least once, 1 to 1000000 (default 400)
  --weeks W      how long the shop has been open, 1 to 520 (default 52)
  --seed S       any word; the same seed gives the same bytes (default 1)
  --as-of DATE   last day of the data, YYYY-MM-DD (default ${DEFAULT_AS_OF})
  --lang zh|en   language of the owner's notes in the book (default zh)
`;

/** The options, or a sentence saying which one is wrong and what to write instead. */
export function parsePractice(argv: readonly string[]): PracticeOptions | string {
  let values: Record<string, string | boolean | undefined>;
  try {
    const text = { type: 'string' } as const;
    const options = { buyers: text, weeks: text, seed: text, out: text, 'as-of': text, lang: text };
    values = parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const read = (name: string, otherwise: string) => String(values[name] ?? otherwise);
  const buyers = whole(read('buyers', '400'), 1_000_000);
  if (buyers === null) return `--buyers ${values.buyers}: give a whole number from 1 to 1000000`;
  const weeks = whole(read('weeks', '52'), 520);
  if (weeks === null) return `--weeks ${values.weeks}: give a whole number from 1 to 520`;
  const asOf = read('as-of', DEFAULT_AS_OF);
  if (!isDay(asOf)) return `--as-of ${asOf}: give a day as YYYY-MM-DD`;
  const lang = read('lang', 'zh');
  if (lang !== 'zh' && lang !== 'en') return `--lang ${lang}: give zh or en`;
  const out = read('out', '');
  if (out === '') return '--out is missing: say into which directory to write';
  return { buyers, weeks, seed: read('seed', '1'), asOf, lang, out };
}

function whole(text: string, most: number): number | null {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= most ? number : null;
}
