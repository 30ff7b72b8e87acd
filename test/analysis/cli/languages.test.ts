import type { Review } from '@analysis/review';
import { LANGS, type Lang } from '@shared/i18n/lang';
import { describe, expect, it } from 'vitest';
import { type Ran, runWith } from './memory-io';

/** Forty buyers, most of whom come back: enough for every section of the command line to have something to say. */
const SALES = [
  'No,Who,When,Sum',
  ...Array.from({ length: 120 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 2 + ((index * 37) % 300))).toISOString().slice(0, 10);
    return `${index + 1},b${index % 40},${day} 10:00,${10 + (index % 7)}.50`;
  }),
  'x,b1,never,3',
  '',
].join('\n');
const ARGS = ['--map', 'order=No,buyer=Who,createdAt=When,paid=Sum', '--currency', 'CNY'];

/** What is the same in every language: options, names of formats, models, places, files and columns of the shop. */
const SAME =
  /--?[a-z][\w-]*|\.?[\w-]+\.(?:csv|xlsx|html|json|gz|zip|md)|npm run(?: -s)?|analyze|gunzip|[\w/]+\/NBD|Gamma|Asia\/\w+|Europe\/Berlin|America\/\w+|UTC|CNY|USD|TWD|JSON|HTML|CSV|GBK|UTF-8|Ctrl-C|bgnbd\S*|weekly-review-\S*|[a-z]+=\S+|\b(?:order|buyer|createdAt|paidAt|paid|unitPrice|quantity|refund|status|item|score|recommend|askedAt|answeredAt|sheet|day|week|dmy|mdy|html|json|md|csv|mapped|sales|orders|xlsx|No|Who|When|Sum|never|zh-CN|zh-TW|en|gz|zip|FILE|Excel)\b|\b[bx]\d*\b|2026-W\d+|\d+[wd]\b|p\b/g;

async function everything(lang: Lang) {
  const run = (...more: readonly string[]) => runWith({ 'sales.csv': SALES }, [...more, '--lang', lang]);
  const letter = await run('sales.csv', ...ARGS, '--rows', 'rows.csv');
  const json = await run('sales.csv', ...ARGS, '--format', 'json');
  return {
    help: await run('--help'),
    letter,
    rows: { ...letter, stdout: letter.written.get('rows.csv') ?? '' },
    markdown: await run('sales.csv', ...ARGS, '--format', 'md'),
    unknown: await run('sales.csv'),
    missing: await run('nowhere.csv'),
    noFile: await run('--partial'),
    badDay: await run('sales.csv', '--as-of', '2026-13-01'),
    badOption: await run('sales.csv', '--colour'),
    said: { ...json, stdout: sentencesOf(JSON.parse(json.stdout) as Review).join('\n') },
  };
}

/** The sentences of a review in JSON. */
function sentencesOf(review: Review): readonly string[] {
  return [
    ...review.findings.map((finding) => finding.text),
    ...review.inputs.flatMap((input) => [...input.notes, ...input.refused.map((row) => row.reason)]),
    review.clv?.why ?? '',
    review.clv?.backtest?.verdict ?? '',
    review.satisfactionReason ?? '',
    review.promisesReason ?? '',
  ];
}

const textOf = ({ stdout, stderr }: Ran) => `${stdout}\n${stderr}`;
const english = (text: string) => text.replace(SAME, ' ').match(/[A-Za-z]{3,}/g) ?? [];

describe('--lang', () => {
  it.each(LANGS.filter((lang) => lang !== 'en'))(
    '%s leaves no English word',
    async (lang) => {
      for (const [name, ran] of Object.entries(await everything(lang)))
        expect(english(textOf(ran)), `${name}:\n${textOf(ran)}`).toEqual([]);
    },
    120_000,
  );

  it('changes every line that has words in it, and no figure', async () => {
    const [en, zhCN, zhTW] = await Promise.all((['en', 'zh-CN', 'zh-TW'] as const).map(everything));
    for (const name of Object.keys(en!) as (keyof typeof en)[]) {
      const texts = [en!, zhCN!, zhTW!].map((all) => textOf(all[name]));
      expect(new Set(texts).size, name as string).toBe(3);
      expect(textOf(en![name]), name as string).not.toMatch(/\p{Script=Han}/u);
    }
    const figures = (text: string) => text.match(/\d[\d.,]*/g)?.length ?? 0;
    expect(figures(zhCN!.markdown.stdout)).toBeGreaterThan(10);
    const codes = (all: Awaited<ReturnType<typeof everything>>) => Object.values(all).map((ran) => ran.code);
    expect(codes(zhCN!)).toEqual(codes(en!));
    expect(codes(zhTW!)).toEqual(codes(en!));
  }, 120_000);
});
