import { rankTemplates } from '@extension/panel/words/rank';
import { readingsOf } from '@extension/panel/words/readings';
import { describe, expect, it } from 'vitest';

const templates = [
  { id: 'ship', title: '已经发货', short: 'yfh', text: '您的包裹发走了', used: 2 },
  { id: 'deal', title: '价钱没谈拢', short: 'jq', text: '这个价我实在做不下来', used: 9 },
  { id: 'look', title: 'Thanks for looking', short: 'tl', text: 'Thank you for having a look', used: 0 },
  { id: 'wait', title: '让您久等', short: 'jd', text: '前面还有几位', used: 0 },
];
const ids = (typed: string, readings?: Awaited<ReturnType<typeof readingsOf>>) =>
  rankTemplates(templates, typed, readings).map(({ id }) => id);

describe('finding words at hand', () => {
  it('nothing typed: the most used first', () => {
    expect(ids('')).toEqual(['deal', 'ship', 'look', 'wait']);
  });

  it.each([
    ['jq', 'deal'],
    ['YFH', 'ship'],
    ['久等', 'wait'],
    ['包裹', 'ship'],
    ['thanks', 'look'],
    ['tkslk', 'look'],
  ])('%s finds %s by its letters, title or text', (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
  });

  it.each([
    ['fahuo', 'ship'],
    ['yjfh', 'ship'],
    ['jiaqian', 'deal'],
    ['rnjd', 'wait'],
    ['baoguo', 'ship'],
    ['meitanlong', 'deal'],
  ])('%s finds %s by how it sounds', async (typed, id) => {
    expect(ids(typed)).toEqual([]);
    expect(ids(typed, await readingsOf(templates))[0]).toBe(id);
  });

  it('a title that begins so stands before a text that holds it', () => {
    const both = [
      { id: 'text', title: 'x', short: '', text: 'hello there', used: 9 },
      { id: 'title', title: 'Hello', short: '', text: '', used: 0 },
    ];
    expect(rankTemplates(both, 'hello').map(({ id }) => id)).toEqual(['title', 'text']);
  });

  it('nothing fits: nothing is shown', async () => {
    expect(ids('zzzz', await readingsOf(templates))).toEqual([]);
  });
});
