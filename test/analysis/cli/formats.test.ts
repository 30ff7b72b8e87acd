import { buildReview } from '@analysis/build-review';
import { csvCell, csvOf } from '@analysis/cli/csv';
import { markdownOf } from '@analysis/cli/markdown';
import { COLUMNS, summaryLines } from '@analysis/cli/summary';
import { displayWidth, padLeft, wrapText } from '@analysis/cli/width';
import type { Review } from '@analysis/review';
import { addDays } from '@shared/calendar/day';
import { LANGS, type Lang } from '@shared/i18n/lang';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bookOf, discount, promise } from '../measures/book-rows';
import { answerFrame, dataset, orderFrame, reviewOptions } from '../measures/frames';

function reviewIn(lang: Lang): Promise<Review | null> {
  const orders = orderFrame(
    Array.from({ length: 40 }, (_, index) => ({
      buyer: `=cmd|${index % 25}`,
      at: addDays('2026-09-01', index * 2),
      paid: 1234.5,
    })),
  );
  const answers = answerFrame([
    { asked: '2026-11-01', answered: '2026-11-02', score: 5 },
    { asked: '2026-11-01', answered: '2026-11-09', score: 4 },
  ]);
  const book = bookOf(['anna'], { promises: [promise()], discounts: [discount()] });
  const progress = { report: () => {}, signal: new AbortController().signal };
  return buildReview(dataset({ orders, answers, book }), reviewOptions({ lang }), progress);
}

describe('text width', () => {
  it('counts a Chinese character as two columns and a combining mark as none', () => {
    expect(displayWidth('复购率 65%')).toBe(10);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(padLeft('¥10', 5)).toBe('  ¥10');
  });

  it('never ends a line with an opening mark', () => {
    expect(wrapText('复购率百分之七十五（六十九）', 20)).toEqual(['复购率百分之七十五', '（六十九）']);
  });

  it('never begins a line with a closing mark', () => {
    const lines = wrapText('二十五个买家里有十二个又来买过，复购率百分之四十八。', 20);
    expect(lines.join('')).toBe('二十五个买家里有十二个又来买过，复购率百分之四十八。');
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(22);
      expect(line).not.toMatch(/^[，。]/);
    }
  });
});

describe('the terminal summary', () => {
  it.each(LANGS)('fits 80 columns and one screen in %s', async (lang) => {
    const lines = summaryLines((await reviewIn(lang))!, lang);
    expect(lines.filter((line) => displayWidth(line) > COLUMNS)).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(48);
    expect(lines.join('\n')).not.toMatch(/[{}]|NaN|undefined/);
    expect(lines[0]).toContain('2026-W4');
  });
});

describe('Markdown', () => {
  it('is a letter with tables whose rows are equally long', async () => {
    const text = markdownOf((await reviewIn('en'))!, 'en');
    expect(text).toMatch(/^# Weekly review 2026-W\d\d/);
    for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) {
      const cells = table
        .trim()
        .split('\n')
        .map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('CSV', () => {
  it('can be read back, section by section', async () => {
    const review = (await reviewIn('en'))!;
    const { data, errors } = Papa.parse<string[]>(csvOf(review).slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    const value = (section: string, key: string) =>
      data.find((row) => row[0] === section && row[1] === key)?.[2];
    expect(data[0]).toEqual(['section', 'key', 'value']);
    expect(value('orders', 'count')).toBe('40');
    expect(value('repeat', 'within.30.eligible')).toBe(String(review.repeat!.within['30'].eligible));
    expect(value('cohorts', '2026-09.size')).toBe('15');
    expect(value('clv', '')).toBe('');
  });

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '＠x', '\r=1', '\u3000＋1'])(
    'lets no spreadsheet run %j',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it.each(['-12.5', '+8613800138000', '1e-7', 'plain', '2026-W47'])('leaves %s as it is', (text) => {
    expect(csvCell(text)).toBe(text);
  });
});
