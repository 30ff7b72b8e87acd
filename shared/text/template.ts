import type { Lang } from '../i18n/lang';
import { isMasked } from './mask';
import { cleanText } from './normalize';

/** What a prepared text can say, under neutral keys: the stored text is the same in every language. */
export const TEMPLATE_KEYS = ['call', 'ahead', 'waited', 'gift', 'date', 'promised'] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];
export type TemplateValues = { readonly [Key in TemplateKey]?: string | null };

/** The names a seller sees and types, one set per language. */
const NAMES: Readonly<Record<Lang, Readonly<Record<TemplateKey, string>>>> = {
  en: {
    call: 'name',
    ahead: 'people ahead',
    waited: 'waited',
    gift: 'gift',
    date: 'date',
    promised: 'promised',
  },
  'zh-CN': {
    call: '称呼',
    ahead: '前面几位',
    waited: '等了多久',
    gift: '赠品',
    date: '日期',
    promised: '答应的',
  },
  'zh-TW': {
    call: '稱呼',
    ahead: '前面幾位',
    waited: '等了多久',
    gift: '小禮',
    date: '日期',
    promised: '答應的',
  },
};

/**
 * A variable as it is typed in a language.
 *
 * @example templateVariable('gift', 'zh-CN') // => '{赠品}'
 */
export function templateVariable(key: TemplateKey, lang: Lang): string {
  return `{${NAMES[lang][key]}}`;
}

const KEY_OF = new Map<string, TemplateKey>(
  Object.values(NAMES).flatMap((names) => TEMPLATE_KEYS.map((key) => [names[key], key] as const)),
);
for (const key of TEMPLATE_KEYS) KEY_OF.set(key, key);

const VARIABLE = /\{([^{}]{1,20})\}/g;
const OPTIONAL = /\[([^[\]]{0,400})\]/g;

/**
 * A typed text with its variables under neutral keys, whatever language they were typed in.
 *
 * @example neutralTemplate('{称呼}，送您{赠品}') // => '{call}，送您{gift}'
 */
export function neutralTemplate(text: string): string {
  return text.replace(VARIABLE, (whole, name: string) => {
    const key = KEY_OF.get(name.trim());
    return key ? `{${key}}` : whole;
  });
}

/**
 * The text as its reader edits it: variables under the names of that language.
 *
 * @example localTemplate('{call}，送您{gift}', 'zh-TW') // => '{稱呼}，送您{小禮}'
 */
export function localTemplate(text: string, lang: Lang): string {
  return neutralTemplate(text).replace(VARIABLE, (whole, key: string) =>
    key in NAMES[lang] ? `{${NAMES[lang][key as TemplateKey]}}` : whole,
  );
}

/**
 * Fills a prepared text. What stands in square brackets is left out when one of its variables is not known;
 * a variable outside brackets that is not known gives way to the fallback word, or is left out, and is named in
 * `missing`, so that the caller can say so: a buyer must never read a bare `{gift}`.
 *
 * @example fillTemplate('{call}, sorry[, {ahead} ahead of you].', { call: 'Ann' }) // => { text: 'Ann, sorry.', missing: [] }
 * @example fillTemplate('For you: {gift}', {}) // => { text: 'For you:', missing: ['gift'] }
 * @example fillTemplate('For you: {gift}', {}, { gift: 'something small' }).text // => 'For you: something small'
 */
export function fillTemplate(
  template: string,
  values: TemplateValues,
  fallbacks: TemplateValues = {},
): { readonly text: string; readonly missing: readonly TemplateKey[] } {
  const known = (key: string) => (Object.hasOwn(values, key) ? values[key as TemplateKey] || null : null);
  const missing = new Set<TemplateKey>();
  const neutral = neutralTemplate(template);
  const kept = neutral.replace(OPTIONAL, (whole, part: string) => {
    const inside = [...part.matchAll(VARIABLE)];
    // Chats write their little faces in brackets too: [smile].
    if (inside.length === 0) return whole;
    return inside.every(([, key]) => known(key!) !== null) ? part : '';
  });
  const text = kept.replace(VARIABLE, (_, key: string) => {
    const value = known(key);
    if (value !== null || !(TEMPLATE_KEYS as readonly string[]).includes(key)) return value ?? '';
    missing.add(key as TemplateKey);
    return fallbacks[key as TemplateKey] ?? '';
  });
  return { text: cleanText(text), missing: [...missing] };
}

/**
 * How a message addresses somebody. A masked name never enters a message (J10): then it is the word the
 * language has for it.
 *
 * @example callOf('王**', '亲') // => '亲'
 * @example callOf('Anna', 'there') // => 'Anna'
 */
export function callOf(name: string, fallback: string): string {
  const plain = cleanText(name).replace(/\s*\n\s*/g, ' ');
  return plain === '' || plain.length > 40 || isMasked(plain) || /[{}[\]<>]/.test(plain) ? fallback : plain;
}
