import { pickLang, translator } from '@shared/i18n';
import { fillSentence, type Place } from '@shared/i18n/translate';
import { describe, expect, test } from 'vitest';

describe('sentences', () => {
  test('numbers are written in the reader’s language, plurals where there are any', () => {
    expect(fillSentence('{n} {n:buyer|buyers}', { n: 12_345 }, 'en')).toBe('12,345 buyers');
    expect(fillSentence('{n} {n:buyer|buyers}', { n: 1 }, 'en')).toBe('1 buyer');
  });

  test('a value is never read as a pattern', () => {
    expect(fillSentence('hello {name}', { name: '{n} $& $1' }, 'en')).toBe('hello {n} $& $1');
  });

  test('a language that is not ours reads English', () => {
    expect(pickLang('de-DE')).toBe('en');
    expect(pickLang('zh-Hans-SG')).toBe('zh-CN');
    expect(pickLang('zh-HK')).toBe('zh-TW');
    expect(translator(pickLang('de'))('common.undo')).toBe('Undo');
  });

  test('tells where the values stand, also behind others that grew or shrank', () => {
    const places: Place[] = [];
    const text = fillSentence('{n} {n:buyer|buyers} of {all}: {n}', { n: 12_345, all: 'x' }, 'en', (place) =>
      places.push(place),
    );
    expect(text).toBe('12,345 buyers of x: 12,345');
    expect(places.map(({ name, at, length }) => [name, text.slice(at, at + length)])).toEqual([
      ['n', '12,345'],
      ['all', 'x'],
      ['n', '12,345'],
    ]);
  });
});
