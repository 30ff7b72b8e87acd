import { withCellFilter, withFilter, withoutCell, withQuestion } from '@analysis/notebook/arrange/changes';
import { makeResults } from '@analysis/notebook/arrange/results';
import type { Sheet } from '@analysis/notebook/arrange/sheet';
import type { Filter } from '@analysis/parts';
import { fixedData, type OpenData, type PartsAnswer } from '@analysis/worker/parts-client';
import { expect, test } from 'vitest';
import { until } from '../../../setup/until';
import { review } from '../sample';

const empty: Sheet = { id: 's1', name: 'Mine', filter: {}, cells: [] };
const two = withQuestion(withQuestion(empty, 'repeat'), 'promotion');

/** Data whose answers the test gives. */
function slowData() {
  const asked: {
    readonly names: readonly string[];
    readonly filter: Filter;
    answer: (answer: PartsAnswer) => void;
  }[] = [];
  const data: OpenData = {
    ...fixedData(review),
    narrows: true,
    ask: (names, filter, signal) =>
      new Promise((resolve) => {
        asked.push({ names, filter, answer: resolve });
        signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
      }),
  };
  return { data, asked };
}
const kinds = (results: ReturnType<typeof makeResults>) =>
  [...results.states.value].map(([id, { kind }]) => `${id} ${kind}`);
const done: PartsAnswer = { kind: 'parts', parts: review };

test('a changed setting asks only for the cells that take it, and their old numbers are gone at once', async () => {
  const { data, asked } = slowData();
  const results = makeResults();
  results.follow(two, data);
  expect(asked.map(({ names }) => names.join())).toEqual(['repeat,orders', 'promotions']);
  for (const one of asked) one.answer(done);
  await until(() => expect(kinds(results)).toEqual(['c1 done', 'c2 done']));
  results.follow(withFilter(two, { platform: 'pdd' }), data);
  expect(kinds(results)).toEqual(['c1 working', 'c2 done']);
  expect(asked.slice(2).map(({ filter }) => filter)).toEqual([{ platform: 'pdd' }]);
});

test('an answer to a setting that is no longer there is nobody’s', async () => {
  const { data, asked } = slowData();
  const results = makeResults();
  const one = withQuestion(empty, 'repeat');
  results.follow(one, data);
  results.follow(withCellFilter(one, 'c1', { platform: 'pdd' }), data);
  asked[0]!.answer({ kind: 'parts', parts: { repeat: null, repeatReason: 'old' } });
  asked[1]!.answer({ kind: 'parts', parts: { repeat: null, repeatReason: 'new' } });
  await until(() => expect(kinds(results)).toEqual(['c1 done']));
  expect(results.states.value.get('c1')).toMatchObject({ review: { repeatReason: 'new' } });
});

test('cancel says that there is no number; again asks once more; what is taken out is forgotten', async () => {
  const { data, asked } = slowData();
  const results = makeResults();
  results.follow(two, data);
  results.cancel('c1');
  await until(() => expect(kinds(results)).toEqual(['c1 cancelled', 'c2 working']));
  results.again('c1');
  expect(kinds(results)).toEqual(['c1 working', 'c2 working']);
  expect(asked).toHaveLength(3);
  results.follow(withoutCell(two, 'c1'), data);
  expect(kinds(results)).toEqual(['c2 working']);
});

test('a letter that is finished gives every cell the review’s own parts', async () => {
  const results = makeResults();
  results.follow(withFilter(two, { platform: 'pdd' }), fixedData(review));
  await until(() => expect(kinds(results)).toEqual(['c1 done', 'c2 done']));
  const state = results.states.value.get('c1');
  expect(state).toMatchObject({ kind: 'done', review: { repeat: review.repeat, asOf: review.asOf } });
});
