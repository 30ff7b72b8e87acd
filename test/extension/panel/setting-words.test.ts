import { changedSetting } from '@extension/panel/desk/setting-words';
import { LANGS, translator } from '@shared/i18n';
import { loadMore } from '@shared/i18n/more';
import { expect, it } from 'vitest';

const saved = (key: string) => ({
  name: 'save-setting' as const,
  changes: [{ table: 'settings', id: `setting:${key}`, set: { value: 1 } } as const],
});
const KEYS = [
  'shopName',
  'quietHours',
  'redLines',
  'keys',
  'care',
  'apologyGift',
  'complaintClock',
  'giftTest',
];

it.each(LANGS)('an owner’s setting is said by its name (%s)', async (lang) => {
  await loadMore(lang);
  const t = translator(lang) as (key: string) => string;
  const names = KEYS.map((key) => t(changedSetting(saved(key)) ?? ''));
  expect(new Set(names).size).toBe(KEYS.length);
  expect(names.every((name) => name !== '' && !/^[a-zA-Z]+\.[a-zA-Z.]+$/.test(name))).toBe(true);
});

it('one without a name is not made up', () => {
  expect(changedSetting(saved('somethingElse'))).toBeNull();
  expect(changedSetting({ name: 'add-note', changes: [] })).toBeNull();
});
