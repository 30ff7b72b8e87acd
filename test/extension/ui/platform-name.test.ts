import { platformName } from '@extension/ui/platform-name';
import { LANGS, translator } from '@shared/i18n';
import { describe, expect, test } from 'vitest';

describe('a platform is called what its sellers call it', () => {
  test('in the reader’s language, the chat of Douyin as Douyin', () => {
    expect(platformName('pdd', translator('zh-CN'))).toBe('拼多多');
    expect(platformName('feige', translator('en'))).toBe('Douyin');
  });

  test.each(LANGS)('a site of the owner’s own keeps its id, in %s', (lang) => {
    expect(platformName('my-shop', translator(lang))).toBe('my-shop');
  });
});
