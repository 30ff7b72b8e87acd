/** The languages of the product; zh-CN is the first, the three are equal. */
export const LANGS = ['zh-CN', 'en', 'zh-TW'] as const;
export type Lang = (typeof LANGS)[number];

/**
 * The product language that fits a BCP 47 tag best.
 *
 * @example pickLang('zh-Hant-HK') // => 'zh-TW'
 * @example pickLang('fr') // => 'en'
 */
export function pickLang(tag: string | null | undefined): Lang {
  const lower = (tag ?? '').toLowerCase();
  if (/^zh\b.*(tw|hk|mo|hant)/.test(lower)) return 'zh-TW';
  if (lower.startsWith('zh')) return 'zh-CN';
  return 'en';
}
