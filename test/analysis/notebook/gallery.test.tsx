// @vitest-environment happy-dom
import type { Dataset } from '@analysis/dataset';
import { CATALOGUE } from '@analysis/notebook/cells/catalogue';
import { readCell } from '@analysis/notebook/export/read-cell';
import { cellMarkdown } from '@analysis/notebook/export/texts';
import { LANGS } from '@shared/i18n';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Gallery } from '../../gallery/Gallery';
import { galleryReview, galleryShop } from '../../gallery/review';

/**
 * The golden test of the notebook: what every cell of the catalogue says of the practice shop, in three
 * languages. A change of a number, a word or a table shows up here and is looked at before it is kept.
 */
let shop: Dataset;
beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  shop = await galleryShop();
});
afterEach(cleanup);

test.each(LANGS)('every cell says in %s what it said before', async (lang) => {
  const review = await galleryReview(shop, lang);
  const { container } = render(<Gallery review={review} lang={lang} />);
  const cells = [...container.querySelectorAll('.gallery > .cell')];
  expect(cells.map(({ id }) => id)).toEqual(CATALOGUE.map(({ cell }) => `gallery-${cell.name}`));
  const text = cells.map((cell) => `<!-- ${cell.id} -->\n${cellMarkdown(readCell(cell), ' ')}`).join('\n\n');
  expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}|\b(cells|notebook|records|measures)\.\w/);
  await expect(`${text}\n`).toMatchFileSnapshot(`../../fixtures/gallery/${lang}.md`);
});

test('every cell has something to say of this shop, and a question, a figure or a table, and a definition', async () => {
  const { container } = render(<Gallery review={await galleryReview(shop, 'en')} lang="en" />);
  // A shop with estimates has no need of the plain history.
  const silent = [...container.querySelectorAll('[data-told="false"]')].map(({ id }) => id);
  expect(silent).toEqual(['gallery-history']);
  for (const cell of container.querySelectorAll('[data-told="true"]')) {
    const { question, sentences, figures, tables, definition } = readCell(cell);
    expect([cell.id, question === '', definition === '', sentences.length === 0]).toEqual([
      cell.id,
      false,
      false,
      false,
    ]);
    expect([cell.id, figures.length + tables.length > 0]).toEqual([cell.id, true]);
    for (const figure of figures)
      expect([cell.id, figure.table?.rows.length === 0]).toEqual([cell.id, false]);
  }
});
