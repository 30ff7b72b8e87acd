import { buildReview } from '@analysis/build-review';
import type { Dataset } from '@analysis/dataset';
import { buyerNames } from '@analysis/findings/lists/lists';
import { rowsBehind } from '@analysis/findings/rows/rows-behind';
import { measureInput } from '@analysis/measures/input';
import { expect, test } from 'vitest';
import { recordOf } from '../../setup/record';
import { bookOf, envelope } from '../measures/book-rows';
import { dataset, type OrderRow, orderFrame, reviewOptions } from '../measures/frames';

const CALM = { report: () => undefined, signal: new AbortController().signal };

async function peopleOf(parts: Partial<Dataset>) {
  const review = await buildReview(dataset(parts), reviewOptions({ today: '2026-11-23' }), CALM);
  return review?.people;
}

const orders: readonly OrderRow[] = [
  { buyer: 'old', at: '2026-06-01' },
  { buyer: 'old', at: '2026-11-20' },
  { buyer: 'new', at: '2026-11-17' },
  { buyer: 'new', at: '2026-11-21' },
  { buyer: 'steady', at: '2026-08-01' },
  { buyer: 'steady', at: '2026-09-01' },
  { buyer: 'steady', at: '2026-10-01' },
  { buyer: 'gone', at: '2026-01-01' },
  { buyer: 'gone', at: '2026-01-31' },
  { buyer: 'gone', at: '2026-03-01' },
  { buyer: 'today', at: '2026-11-22' },
];

test('who was new, who came back, who is past their own pace but not long gone', async () => {
  const people = await peopleOf({ orders: orderFrame(orders) });
  const names = (rows: readonly { readonly name: string }[] = []) => rows.map(({ name }) => name);
  expect(names(people?.new?.rows)).toEqual(['today', 'new']);
  expect(names(people?.returned?.rows)).toEqual(['old']);
  expect(people?.nearlyLost?.rows).toEqual([
    { buyer: 'steady', name: 'steady', known: false, day: '2026-11-01', what: '' },
  ]);
  // Without a book nobody knows of birthdays; that is not the same as none.
  expect(people).toMatchObject({ graduated: null, birthdays: null, runOuts: null });
});

test('birthdays of both calendars, run-outs and graduates of the book, each with whom it is about', async () => {
  const person = { ...envelope('person'), buyerId: 'anna', name: 'Mei', relation: 'daughter', born: null };
  const date = {
    buyerId: 'anna',
    personId: null,
    kind: 'birthday',
    leap: false,
    year: null,
    yearly: true,
    leadDays: 3,
    note: '',
    greetedFor: null,
  } as const;
  const supply = {
    buyerId: 'anna',
    personId: null,
    productId: null,
    boughtOn: '2026-10-20',
    amount: 1,
    daily: 0,
    unit: '',
    state: 'running',
    toldAt: null,
    by: 'owner',
  } as const;
  const book = bookOf(['anna'], {
    people: [recordOf('people', { ...person, stage: '', note: '', graduatedOn: '2026-11-19' })],
    dates: [
      recordOf('dates', {
        ...envelope('date'),
        ...date,
        title: 'solar',
        calendar: 'solar',
        month: 11,
        day: 30,
      }),
      // The 25th of the tenth lunar month is 3 December this year.
      recordOf('dates', {
        ...envelope('date'),
        ...date,
        title: 'lunar',
        calendar: 'lunar',
        month: 10,
        day: 25,
      }),
      recordOf('dates', { ...envelope('date'), ...date, title: 'far', calendar: 'solar', month: 3, day: 1 }),
    ],
    supplies: [
      recordOf('supplies', { ...envelope('supply'), ...supply, what: 'tea', runsOutOn: '2026-11-28' }),
      recordOf('supplies', { ...envelope('supply'), ...supply, what: 'rice', runsOutOn: '2027-01-28' }),
    ],
  });
  const people = await peopleOf({ orders: orderFrame(orders), book });
  expect(people?.birthdays?.rows.map(({ what, day }) => [what, day])).toEqual([
    ['solar', '2026-11-30'],
    ['lunar', '2026-12-03'],
  ]);
  expect(people?.runOuts?.rows.map(({ what }) => what)).toEqual(['tea']);
  expect(people?.graduated?.rows.map(({ name, what }) => [name, what])).toEqual([['anna', 'Mei']]);
  // Who wants no message unasked is in no list that calls for one.
  const unwilling = { ...book, buyers: book.buyers.map((buyer) => ({ ...buyer, mayBeWritten: false })) };
  const quiet = await peopleOf({ orders: orderFrame(orders), book: unwilling });
  expect([quiet?.birthdays?.count, quiet?.runOuts?.count, quiet?.graduated?.count]).toEqual([0, 0, 1]);
});

test('who wants no message unasked is neither nearly lost nor overdue, in the letter and behind its number', async () => {
  const told = async (mayBeWritten: boolean) => {
    const { buyers, ...rest } = bookOf(['steady']);
    const book = { ...rest, buyers: buyers.map((buyer) => ({ ...buyer, mayBeWritten })) };
    const data = dataset({ orders: orderFrame(orders), book });
    const on = reviewOptions({ today: '2026-11-23' });
    const review = await buildReview(data, on, CALM);
    return [
      review?.people?.nearlyLost?.rows.map(({ name }) => name),
      rowsBehind('nearlyLost', measureInput(data, on), buyerNames(book)).count,
      review?.expected?.map(({ buyer }) => buyer),
    ];
  };
  expect(await told(true)).toEqual([['steady'], 1, ['steady']]);
  expect(await told(false)).toEqual([[], 0, []]);
});

test('a platform says what it says, newest week first, and nothing from the weeks to come', async () => {
  const score = { platform: 'taobao', description: 4.9, service: 4.8, delivery: null, overall: null };
  const book = bookOf(['anna'], {
    platformScores: ['2026-W45', '2026-W47', '2026-W49'].map((week) =>
      recordOf('platformScores', { ...envelope('score'), ...score, week }),
    ),
  });
  const data = dataset({ orders: orderFrame(orders), book });
  const review = await buildReview(data, reviewOptions({ today: '2026-11-23' }), CALM);
  expect(review?.platformScores?.map(({ week }) => week)).toEqual(['2026-W47', '2026-W45']);
  expect(review?.satisfaction).toBeNull();
});
