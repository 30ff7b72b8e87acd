import { forgetDrafts } from '@extension/pages/shop/privacy/forget-drafts';
import { expect, it } from 'vitest';

it('drops what was half written about somebody, and nothing of others', () => {
  const kept = new Map([
    ['draft:pdd/platform/10086:promise', '{"what":"x"}'],
    ['draft:pdd/platform/10010:promise', '{"what":"y"}'],
    ['recent', '["10086"]'],
    ['sections', '{}'],
  ]);
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
  };
  forgetDrafts(storage, ['10086', '']);
  expect([...kept.keys()]).toEqual(['draft:pdd/platform/10010:promise', 'sections']);
});
