import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReview } from '@analysis/build-review';
import type { Dataset } from '@analysis/dataset';
import { buyerNames } from '@analysis/findings/lists/lists';
import type { Behind, BehindRows } from '@analysis/findings/rows/behind';
import { rowsOfLetter } from '@analysis/findings/rows/of-letter';
import { rowsBehind } from '@analysis/findings/rows/rows-behind';
import type { LetterRows } from '@analysis/findings/rows/taken';
import { readInputs } from '@analysis/imports/read';
import { measureInput } from '@analysis/measures/input';
import type { Review } from '@analysis/review';
import type { Lang } from '@shared/i18n';
import { reviewOptions } from '../analysis/measures/frames';
import { fuller } from '../analysis/measures/fuller';
import { run } from '../shop/generate/run';

const QUIET = { report: () => undefined, signal: new AbortController().signal };

/** The practice shop of the gallery, with something of everything in its book. */
export async function galleryShop(): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-gallery-'));
  try {
    if ((await run(['--buyers', '420', '--weeks', '60', '--seed', '7', '--out', folder])) !== 0)
      throw new Error(`${folder}: the practice shop could not be drawn.`);
    const files = ['book.json', 'orders-taobao.csv', 'orders-pinduoduo.csv'].map((name) => ({
      name,
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }));
    const reading = { map: null, dateOrder: null, tz: null, currency: null, password: null };
    const read = await readInputs(files, reading, QUIET);
    if (!read?.ok) throw new Error('The practice shop’s own files were refused.');
    return fuller(read.data);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its review in one language. */
export async function galleryReview(shop: Dataset, lang: Lang): Promise<Review> {
  return (await buildReview(shop, reviewOptions({ lang, models: ['bgnbd', 'mbgnbd', 'gg'] }), QUIET))!;
}

/** The practice shop with its rows at hand: what stands behind a number, and what travels with a letter. */
export async function galleryRows(): Promise<{
  readonly shop: Dataset;
  readonly review: Review;
  readonly rows: (of: Behind) => BehindRows;
  readonly along: LetterRows;
}> {
  const shop = await galleryShop();
  const review = await galleryReview(shop, 'en');
  const input = measureInput(shop, reviewOptions({ lang: 'en' }));
  const names = buyerNames(input.book);
  return {
    shop,
    review,
    rows: (of) => rowsBehind(of, input, names),
    along: rowsOfLetter(review, input, names),
  };
}
