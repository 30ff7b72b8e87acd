// @vitest-environment happy-dom
import type { Behind, BehindRows } from '@analysis/findings/rows/behind';
import { isTaken, type LetterRows, takenRows } from '@analysis/findings/rows/taken';
import { mountNotebook } from '@analysis/notebook/mount';
import { act } from '@testing-library/preact';
import { render } from 'preact';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { galleryRows } from '../../gallery/review';
import { until } from '../../setup/until';

/** The letter of the practice shop with its data at hand: each number is pressed, and its rows are counted. */
let root: HTMLElement;
let rows: (of: Behind) => BehindRows;
let along: LetterRows;

beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const shop = await galleryRows();
  const { review } = shop;
  ({ rows, along } = shop);
  const behind = { rows: async (of: Behind) => rows(of), leftOut: async () => '', close: () => undefined };
  root = document.createElement('div');
  document.body.append(root);
  await act(async () => {
    await mountNotebook(root, {
      source: { kind: 'files', load: async () => ({ kind: 'review', review, refused: [], behind }) },
      lang: 'en',
    });
  });
  await until(() => expect(document.documentElement.dataset.ready).toBe('true'));
}, 120_000);
afterAll(() => render(null, root));

const numbers = () => [...root.querySelectorAll<HTMLButtonElement>('button.number[data-rows]')];

/** A count as it is written; null for a rate, an amount or a sentence. */
function counted(text: string): number | null {
  return /^[\d,]+$/.test(text.trim()) ? Number(text.replace(/,/g, '')) : null;
}

test('behind each number of the letter there are as many rows as it says', () => {
  const told = numbers().map((button) => ({
    of: button.dataset.rows as Behind,
    text: button.textContent ?? '',
  }));
  expect(new Set(told.map(({ of }) => of.split(':')[0])).size).toBeGreaterThan(30);
  const differing = told.flatMap(({ of, text }) => {
    const count = counted(text);
    return count === null || rows(of).count === count ? [] : [of];
  });
  // Two medians, in days and in hours: their rows are what they are the middle of.
  expect(differing).toEqual(['repeatBuyers', 'complaints']);
  const empty = told.filter(({ of, text }) => !/^0(%|$)/.test(text) && rows(of).count === 0);
  expect(empty).toEqual([]);
});

test('a letter handed out as a file takes the rows of every number along', () => {
  const left = numbers()
    .map((button) => button.dataset.rows as Behind)
    .filter((of) => rows(of).count > 0 && !isTaken(along, of));
  expect(left).toEqual([]);
  expect(takenRows(along, 'buyers')).toEqual({
    count: rows('buyers').count,
    rows: rows('buyers').rows.slice(0, 40),
  });
  expect(JSON.stringify(along).length).toBeLessThan(300_000);
});

test('each sentence of the findings has numbers that lead to rows', () => {
  for (const finding of root.querySelectorAll('.findings li'))
    expect([finding.textContent, finding.querySelectorAll('button.number').length > 0]).toEqual([
      finding.textContent,
      true,
    ]);
});

test('a number opens its rows below it, a second press or Esc closes them and leads back', async () => {
  const button = root.querySelector<HTMLButtonElement>('.findings button.number')!;
  const panel = () => root.querySelector<HTMLElement>('.findings .rows-panel');
  button.focus();
  await act(async () => button.click());
  await until(() => expect(panel()?.querySelector('table')).toBeTruthy());
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(panel());
  const count = rows(button.dataset.rows as Behind).count;
  expect(panel()!.querySelectorAll('tbody tr')).toHaveLength(Math.min(200, count));
  await act(async () => {
    panel()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(panel()).toBeNull();
  expect(document.activeElement).toBe(button);
  await act(async () => button.click());
  await act(async () => button.click());
  expect(panel()).toBeNull();
});
