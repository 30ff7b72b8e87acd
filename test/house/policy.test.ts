import { LANGS } from '@shared/i18n/lang';
import { describe, expect, test } from 'vitest';
import { read } from './tree';

/** What is said to the stores is true to what the manifest asks for. */
const config = read('wxt.config.ts');
const listed = (name: string) => {
  const list = new RegExp(`${name}(?:: |\\s*=\\s*)\\[([^\\]]*)\\]`).exec(config)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
};

describe.each(LANGS)('the privacy policy (%s)', (lang) => {
  const text = read(`extension/store/privacy.${lang}.md`);

  test('names every permission there is, asked for or offered', () => {
    const permissions = [...listed('const permissions'), 'sidePanel', ...listed('optional_permissions')];
    expect(permissions.length).toBeGreaterThan(5);
    expect(permissions.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('names no other permission', () => {
    const known = new Set([...listed('const permissions'), 'sidePanel', ...listed('optional_permissions')]);
    const named = [...text.matchAll(/`([a-zA-Z]+)`/g)].map((match) => match[1]!);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('has as many parts as in English: nothing is promised to one reader only', () => {
    const parts = (one: string) => one.split('\n').filter((line) => line.startsWith('**')).length;
    expect(parts(text)).toBe(parts(read('extension/store/privacy.en.md')));
  });
});
