import { withoutSamples } from '@analysis/measures/samples';
import { addNote } from '@extension/book/actions/notes';
import { keepPromise, recordPromise } from '@extension/book/actions/promises';
import { addSample, removeSample } from '@extension/book/actions/sample';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { closing } from '@extension/book/reads/closing';
import { csvTable } from '@extension/book/reads/csv-table';
import { duePromises } from '@extension/book/reads/due';
import { nothingRecorded } from '@extension/book/reads/empty';
import { BACKUP_AFTER, firstDay } from '@extension/book/reads/first-day';
import { owedDiscounts, promiseCounts, promiseLines } from '@extension/book/reads/ledger';
import { parcels } from '@extension/book/reads/parcels';
import { shopRecord } from '@extension/book/reads/shop-record';
import { todayView } from '@extension/book/reads/today';
import { wholeBook } from '@extension/book/reads/whole';
import { loadColumnWords } from '@shared/i18n/columns';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataset } from '../../analysis/measures/frames';
import { anna, done, freshBook, promiseOf, refusal } from './desk';

const TODAY = '2026-11-22';
const words = {
  name: 'Lin',
  promise: 'tea',
  quote: 'I put tea in',
  gift: 'honey',
  reason: 'wait',
  packing: 'card',
};
let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => book.close());

it('shows a promise, a gift and a note to pack, in its own parcel only', async () => {
  done(await addSample(book, words));
  const [parcel, ...rest] = await parcels(book, TODAY, 'sample');
  expect(rest).toEqual([]);
  expect(parcel).toMatchObject({
    buyer: { sample: true },
    promises: [{ what: 'tea' }],
    gifts: [{ what: 'honey' }],
  });
  expect(parcel?.notes).toMatchObject([{ what: 'card' }]);
  expect(refusal(await addSample(book, words))).toBe('invalid');
});

it('is in no list of the day, no count, no table, no review and no question', async () => {
  done(await addSample(book, words));
  const sample = { buyerId: SAMPLE_BUYER };
  for (let n = 0; n < BACKUP_AFTER; n += 1) done(await addNote(book, sample, `tried ${n}`));
  const kept = (await book.db.promises.toArray())[0]?.id ?? '';
  expect(await duePromises(book, TODAY)).toEqual([]);
  const today = await todayView(book, TODAY);
  expect(today.ranked).toEqual([]);
  expect(today.giftsToPack).toEqual([]);
  expect(await parcels(book, TODAY)).toEqual([]);
  expect(await closing(book)).toEqual({ promised: [], parcels: [], left: [] });
  expect((await promiseCounts(book, TODAY)).due).toBe(0);
  expect(await promiseLines(book, TODAY, 'due', 10)).toEqual([]);
  expect((await owedDiscounts(book, TODAY, 'CNY')).oldest).toEqual([]);
  expect((await shopRecord(book, TODAY)).openOn).toEqual({});
  done(await keepPromise(book, kept));
  expect((await shopRecord(book, TODAY)).byKind).toEqual({});
  expect(await csvTable(book, 'buyers', await loadColumnWords('en'))).not.toContain('Lin');
  expect(await csvTable(book, 'promises', await loadColumnWords('en'))).not.toContain('tea');
  const measured = withoutSamples(dataset({ book: await wholeBook(book) }));
  expect([measured.book?.buyers, measured.book?.promises, measured.book?.gifts]).toEqual([[], [], []]);
  expect(await firstDay(book)).toEqual({ empty: true, sample: true, worthBackup: false });
  expect(await nothingRecorded(book)).toBe(true);
});

it('goes by one action with all that was tried on it, and one undo brings it back', async () => {
  done(await addSample(book, words));
  done(await addNote(book, { buyerId: SAMPLE_BUYER }, 'tried'));
  const removed = done(await removeSample(book));
  expect(await firstDay(book)).toMatchObject({ empty: true, sample: false });
  expect((await book.db.notes.toArray()).map(({ deleted }) => deleted)).toEqual([true]);
  expect(refusal(await removeSample(book))).toBe('not-found');
  done(await undo(book, removed.id));
  expect(await firstDay(book)).toMatchObject({ sample: true });
  expect(await parcels(book, TODAY, 'sample')).toHaveLength(1);
  done(await removeSample(book));
  done(await addSample(book, words));
  expect(await parcels(book, TODAY, 'sample')).toHaveLength(1);
});

it('a backup is worth a question after five records of real buyers', async () => {
  for (let n = 1; n <= BACKUP_AFTER; n += 1) {
    expect((await firstDay(book)).worthBackup).toBe(false);
    done(await recordPromise(book, anna, promiseOf({ what: `debt ${n}` })));
  }
  expect(await firstDay(book)).toEqual({ empty: false, sample: false, worthBackup: true });
});
