// @vitest-environment happy-dom
import type { Dataset } from '@analysis/dataset';
import { historyRows } from '@analysis/findings/history';
import { buyerNames } from '@analysis/findings/lists/lists';
import { type Behind, type BehindRows, NO_ROWS } from '@analysis/findings/rows/behind';
import { rowsOfLetter } from '@analysis/findings/rows/of-letter';
import { isTaken, type LetterRows } from '@analysis/findings/rows/taken';
import { measureInput } from '@analysis/measures/input';
import { type Cell, DEFAULT_SETTINGS } from '@analysis/notebook/cell';
import { CATALOGUE } from '@analysis/notebook/cells/catalogue';
import { clv } from '@analysis/notebook/cells/clv';
import { complaintCare } from '@analysis/notebook/cells/complaint-care';
import { history } from '@analysis/notebook/cells/history';
import { models } from '@analysis/notebook/cells/models';
import { RowsPlace, RowsSourceContext } from '@analysis/notebook/page/RowsPlace';
import { makeWriter } from '@analysis/notebook/text/writer';
import { type Filter, partSource } from '@analysis/parts';
import type { Review } from '@analysis/review';
import { cleanup, render } from '@testing-library/preact';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { galleryRows } from '../../gallery/review';
import { dataset, orderFrame, reviewOptions } from '../measures/frames';
import { cdnowCalibration } from '../models/cdnow';

/** Every cell of the catalogue over the practice shop: each number that leads to rows is counted against them. */
let drawn: ReadonlyMap<string, Element>;
let rows: (of: Behind) => BehindRows;
let along: LetterRows;
let shop: Dataset;
let told: Review;

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  ({ shop, review: told, rows, along } = await galleryRows());
  drawn = new Map(CATALOGUE.flatMap(({ cell }) => drawCell(cell, told)));
}, 120_000);

// What is still to be painted would be painted when the page is gone.
afterAll(cleanup);

/** The cell as it is drawn where its data are at hand; none where it has nothing to say. */
function drawCell(cell: Cell, review: Review): readonly (readonly [string, Element])[] {
  const result = cell.compute(review, DEFAULT_SETTINGS);
  if (result === null) return [];
  const writer = makeWriter('en', review.currency);
  const { container } = render(
    <RowsSourceContext.Provider value={{ rows: async () => NO_ROWS }}>
      <RowsPlace writer={writer}>
        <cell.View result={result} writer={writer} />
      </RowsPlace>
    </RowsSourceContext.Provider>,
  );
  return [[cell.name, container]];
}

/** Numbers with other rows than they say. */
function differing(name: string, cell: Element, behind: (of: Behind) => BehindRows): readonly string[] {
  return linksOf(cell).flatMap((button) => {
    const of = button.dataset.rows as Behind;
    const text = button.textContent ?? '';
    const told = plain(text);
    const { count } = behind(of);
    const fits = told === null ? count > 0 || /^\D*0\D*$/.test(text) : count === told;
    return fits || MIDDLES[name]?.includes(of) ? [] : [`${name} ${of}: ${text} told, ${count} found`];
  });
}

const plain = (text: string) => (/^[\d,]+$/.test(text.trim()) ? Number(text.replace(/,/g, '')) : null);
const linksOf = (cell: Element) => [...cell.querySelectorAll<HTMLElement>('button.number[data-rows]')];

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

/** All but the one that stands for the estimate where there is none: it has a test of its own. */
const NAMES = CATALOGUE.map(({ cell }) => cell.name).filter((name) => name !== history.name);
const CALM = { report: () => undefined, signal: new AbortController().signal };

describe('every cell of the catalogue', () => {
  test.each(NAMES)('%s: as many rows behind a number as it says', (name) =>
    expect(differing(name, drawn.get(name)!, rows)).toEqual([]),
  );

  test.each(NAMES)(
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

  test('the complaints that went silent, told in a remark, are there to be looked at', async () => {
    const complaints = shop.book!.complaints.map((one, at) =>
      at < 2 ? { ...one, state: 'unconfirmed' as const } : one,
    );
    const silent = { ...shop, book: { ...shop.book!, complaints } };
    const source = partSource(silent, reviewOptions({ lang: 'en' }));
    const review = { ...source.base, ...(await source.parts(['complaints'], {}, CALM)) } as Review;
    const [[, cell] = []] = drawCell(complaintCare, review);
    const remark = cell!.querySelector<HTMLElement>('.aside [data-rows="complaints:state/unconfirmed"]');
    expect(remark?.textContent).toBe('2');
    expect(differing(complaintCare.name, cell!, (of) => source.behind(of, {}))).toEqual([]);
    const taken = rowsOfLetter({ ...told, ...review }, measureInput(silent, reviewOptions()), new Map());
    expect(isTaken(taken, 'complaints:state/unconfirmed')).toBe(true);
  });

  test('without an estimate: the orders of the best buyers stand behind what they bought', () => {
    const names = buyerNames(shop.book);
    const few = { ...told, clv: null, history: historyRows(shop.orders, names) };
    const [[, cell] = []] = drawCell(history, few);
    const led = linksOf(cell!).map((button) => button.dataset.rows);
    expect(new Set(led)).toEqual(new Set(few.history.map(({ buyer }) => `orders:of/${buyer}`)));
    expect(differing(history.name, cell!, rows)).toEqual([]);
    const [best] = few.history;
    const paid = rows(`orders:of/${best!.buyer}`).rows.map(({ amount }) => amount ?? 0);
    expect(paid.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(best!.spent, 6);
  });

  test('seen from an earlier day: what a buyer bought is counted up to it, and so are the rows', async () => {
    const cut = '2026-08-30';
    const on = reviewOptions({ lang: 'en', calibrateUntil: cut, models: ['bgnbd', 'gg'] });
    const source = partSource(shop, on);
    const review = { ...source.base, ...(await source.parts(['clv'], {}, CALM)) } as Review;
    expect(review.clv?.calibrateUntil).toBe(cut);
    const behind = (of: Behind) => source.behind(of, {});
    const { top } = review.clv!.customers;
    expect(top.some(({ buyer, purchases }) => behind(`purchaseDays:of/${buyer}`).count > purchases)).toBe(
      true,
    );
    const taken = rowsOfLetter(review, measureInput(shop, on), buyerNames(shop.book));
    const valued = CATALOGUE.filter(({ reads }) => reads.join() === 'clv').flatMap(({ cell }) =>
      drawCell(cell, review),
    );
    expect(valued.map(([name]) => name)).toContain(clv.name);
    for (const [name, cell] of valued) {
      expect(linksOf(cell).length).toBeGreaterThan(0);
      expect(differing(name, cell, behind)).toEqual([]);
      expect(linksOf(cell).filter((button) => !isTaken(taken, button.dataset.rows as Behind))).toEqual([]);
    }
  }, 60_000);

  test('of buyers who came as ready summaries there are no orders to show: no number leads to any', async () => {
    const { buyers: buyer, ...columns } = cdnowCalibration();
    const summaries = { count: buyer.length, buyer, ...columns };
    const ready = dataset({ orders: orderFrame([]), summaries });
    const source = partSource(ready, reviewOptions({ lang: 'en', models: ['bgnbd', 'gg'] }));
    const review = { ...source.base, ...(await source.parts(['clv'], {}, CALM)) } as Review;
    expect(review.clv!.customers.top.length).toBeGreaterThan(0);
    const links = [clv, models]
      .flatMap((one) => drawCell(one, review))
      .map(([, cell]) => linksOf(cell).length);
    expect(links).toEqual([0, 0]);
  }, 60_000);

  test('narrowed to a platform and some days, its rows are narrowed with its numbers', async () => {
    const source = partSource(shop, reviewOptions({ lang: 'en' }));
    const filter: Filter = { platform: 'taobao', from: '2026-03-01', to: '2026-10-31' };
    const taking = CATALOGUE.filter(({ days, sides }) => days && sides.includes('platform'));
    const met: string[] = [];
    for (const { cell, reads } of taking) {
      const parts = await source.parts(reads, filter, CALM);
      // A cell looks at nothing but the parts it reads.
      for (const [name, element] of drawCell(cell, { ...source.base, ...parts } as Review)) {
        met.push(name);
        expect(differing(name, element, (of) => source.behind(of, filter))).toEqual([]);
      }
    }
    expect(met.length).toBeGreaterThan(25);
  }, 60_000);
});
