import { pickLang, translator } from '@shared/i18n';
import { fillSentence } from '@shared/i18n/translate';
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
});
