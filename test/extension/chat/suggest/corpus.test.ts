import { describe, expect, test } from 'vitest';
import { corpus, tenthOf } from './corpus';
import { type Sort, score } from './score';

const PRECISION = 0.95;
const RECALL = 0.75;
const heldOut = ({ part }: { readonly part: string }) => part === 'held-out';

describe('the labelled corpus', () => {
  const some = (name: string, empty: boolean) =>
    corpus(name).filter(({ labels }) => (labels.length === 0) === empty).length;

  test.each(['promises', 'facts', 'complaints'])('has at least 400 %s', (name) => {
    expect(some(name, false)).toBeGreaterThanOrEqual(400);
  });

  test.each(['promises', 'facts', 'complaints'])('has at least 400 lines that only sound like %s', (name) => {
    expect(some(name, true)).toBeGreaterThanOrEqual(400);
  });

  test.each(['promises', 'facts', 'complaints', 'asks', 'memos'])('no line of %s stands twice', (name) => {
    const texts = corpus(name).map(({ text }) => text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test('about four tenths are set aside, by their words alone', () => {
    const lines = corpus('promises');
    const share = lines.filter(heldOut).length / lines.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.45);
    expect(tenthOf('保证周五前发货')).toBe(tenthOf('保证周五前发货'));
  });
});

describe('on the part set aside before tuning', () => {
  test.each<Sort>(['commitments', 'facts', 'complaints', 'asks', 'memos'])('%s', (sort) => {
    const { precision, recall } = score(sort, heldOut);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
    expect(recall).toBeGreaterThanOrEqual(RECALL);
  });

  test('a found promise has its kind, its day and its amount', () => {
    const { kind, due, amount } = score('commitments', heldOut);
    expect(kind).toBeGreaterThanOrEqual(0.9);
    expect(due).toBeGreaterThanOrEqual(0.9);
    expect(amount).toBeGreaterThanOrEqual(0.9);
  });

  test('a complaint has its cause', () => {
    expect(score('complaints', heldOut).kind).toBeGreaterThanOrEqual(0.9);
  });
});
