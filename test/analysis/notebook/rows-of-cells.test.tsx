// @vitest-environment happy-dom
import type { Behind, BehindRows } from '@analysis/findings/rows/behind';
import { isTaken, type LetterRows } from '@analysis/findings/rows/taken';
import { DEFAULT_SETTINGS } from '@analysis/notebook/cell';
import { CATALOGUE } from '@analysis/notebook/cells/catalogue';
import { RowsPlace, RowsSourceContext } from '@analysis/notebook/page/RowsPlace';
import { makeWriter } from '@analysis/notebook/text/writer';
import { render } from '@testing-library/preact';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { galleryRows } from '../../gallery/review';

/** Every cell of the catalogue over the practice shop: each number that leads to rows is counted against them. */
let drawn: ReadonlyMap<string, HTMLElement>;
let rows: (of: Behind) => BehindRows;
let along: LetterRows;

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const shop = await galleryRows();
  const { review } = shop;
  ({ rows, along } = shop);
  const writer = makeWriter('en', review.currency);
  const source = { rows: async (of: Behind) => rows(of) };
  drawn = new Map(
    CATALOGUE.flatMap(({ cell }) => {
      const result = cell.compute(review, DEFAULT_SETTINGS);
      if (result === null) return [];
      const { container } = render(
        <RowsSourceContext.Provider value={source}>
          <RowsPlace writer={writer}>
            <cell.View result={result} writer={writer} />
          </RowsPlace>
        </RowsSourceContext.Provider>,
      );
      return [[cell.name, container as HTMLElement] as const];
    }),
  );
}, 120_000);

const plain = (text: string) => (/^[\d,]+$/.test(text.trim()) ? Number(text.replace(/,/g, '')) : null);
const linksOf = (cell: HTMLElement) => [...cell.querySelectorAll<HTMLElement>('button.number[data-rows]')];

/** Numbers that are no count of the rows they lead to, but the middle of them in days, hours or minutes. */
const MIDDLES: Readonly<Record<string, readonly Behind[]>> = {
  gaps: ['gaps'],
  'second-purchase': ['repeatBuyers'],
  complaints: ['complaints'],
  waits: ['waits'],
};

/**
 * Whole numbers in tables that count neither buyers nor orders nor records: what is expected, days and months,
 * parameters, and coupons, of which a promotion knows only how many it handed out. Their definition stands beside.
 */
const NO_COUNTS: Readonly<Record<string, readonly string[]>> = {
  forecast: ['Orders'],
  gaps: ['middle, in days'],
  waits: ['middle, min', 'nine in ten, min'],
  promotion: ['coupons'],
  'gift-plan': ['buyers'],
  'cohort-revenue': ['months after the first order'],
  backtest: ['expected'],
  models: ['value', 'standard error'],
};

describe('every cell of the catalogue', () => {
  test.each(CATALOGUE.map(({ cell }) => cell.name).filter((name) => name !== 'history'))(
    '%s: as many rows behind a number as it says',
    (name) => {
      const differing = linksOf(drawn.get(name)!).flatMap((button) => {
        const of = button.dataset.rows as Behind;
        const told = plain(button.textContent ?? '');
        const { count } = rows(of);
        if (told === null ? count > 0 || /^\D*0\D*$/.test(button.textContent ?? '') : count === told)
          return [];
        if (MIDDLES[name]?.includes(of)) return [];
        return [`${of}: ${button.textContent} told, ${count} found`];
      });
      expect(differing).toEqual([]);
    },
  );

  test.each(CATALOGUE.map(({ cell }) => cell.name).filter((name) => name !== 'history'))(
    '%s: a number of its sentences leads on, and a count in its tables leads to rows',
    (name) => {
      const cell = drawn.get(name)!;
      const bare = [...cell.querySelectorAll('table')].flatMap((table) => {
        const head = [...table.querySelectorAll('thead th')].map((one) => one.textContent ?? '');
        return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
          [...row.children].flatMap((one, at) =>
            at > 0 && plain(one.textContent ?? '') !== null && !one.querySelector('.number')
              ? [`${head[at]}: ${one.textContent}`]
              : [],
          ),
        );
      });
      expect([...new Set(bare.map((one) => one.split(':')[0]))]).toEqual(NO_COUNTS[name] ?? []);
    },
  );

  test('a letter handed out as a file takes along what the numbers of every cell lead to', () => {
    const left = [...drawn].flatMap(([name, cell]) =>
      linksOf(cell)
        .map((button) => button.dataset.rows as Behind)
        .filter((of) => rows(of).count > 0 && !isTaken(along, of))
        .map((of) => `${name}: ${of}`),
    );
    expect(left).toEqual([]);
  });
});
