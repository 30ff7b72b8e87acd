import { type Lang, type Translate, translator, type WordKey } from '@shared/i18n';
import { en } from '@shared/i18n/en';
import type { Interval } from '../../review';

/** Writes words, numbers, money and days in the reader's language. */
export interface Writer {
  readonly lang: Lang;
  readonly t: Translate;
  /** What stands between two sentences: a space, or nothing after a Chinese full stop. */
  readonly gap: string;
  readonly count: (value: number) => string;
  /** A number with a fixed number of digits after the point. */
  readonly fixed: (value: number, digits: number) => string;
  /** A share from 0 to 1 as per cent; one decimal below 10 %. */
  readonly percent: (share: number) => string;
  readonly percentRange: (interval: Interval) => string;
  /** Major units; without a currency a plain number. */
  readonly money: (major: number) => string;
  /** An estimate in major units, without decimals nobody can know. */
  readonly moneyAbout: (major: number) => string;
  readonly moneyRange: (interval: Interval) => string;
  readonly day: (day: string) => string;
  readonly month: (month: string) => string;
  readonly period: (from: string, to: string) => string;
}

const inUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Estimates are rounded to what the eye can use: three significant places. */
function roundEstimate(value: number): number {
  const size = Math.abs(value);
  if (size < 1000) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(size)) - 2);
  return Math.round(value / step) * step;
}

/**
 * The writer of one language and currency.
 *
 * @example makeWriter('en', 'CNY').percentRange([0.312, 0.381]) // => '31–38%'
 * @example makeWriter('zh-CN', 'CNY').money(1288.5) // => '¥1,288.50'
 */
export function makeWriter(lang: Lang, currency: string | null): Writer {
  const count = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const percent = (share: number, digits: number) =>
    new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: digits }).format(share);
  const digitsOf = (share: number) => (share > 0 && share < 0.1 ? 1 : 0);
  const amount = (major: number, digits: number) =>
    currency === null
      ? new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(major)
      : new Intl.NumberFormat(lang, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(major);
  const money = (major: number) =>
    amount(major, Number.isInteger(major) || Math.abs(major) >= 10_000 ? 0 : 2);
  const dayForm = new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const shortDay = new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const monthForm = new Intl.DateTimeFormat(lang, { year: '2-digit', month: 'short', timeZone: 'UTC' });
  return {
    lang,
    t: translator(lang),
    gap: lang === 'en' ? ' ' : '',
    count: (value) => count.format(value),
    fixed: (value, digits) =>
      new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    percent: (share) => percent(share, digitsOf(share)),
    percentRange: ([lo, hi]) => {
      const digits = hi < 0.1 ? 1 : 0;
      const low = new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(lo * 100);
      return `${low}–${percent(hi, digits)}`;
    },
    money,
    moneyAbout: (major) => amount(roundEstimate(major), 0),
    moneyRange: ([lo, hi]) => `${amount(roundEstimate(lo), 0)}–${amount(roundEstimate(hi), 0)}`,
    day: (day) => dayForm.format(inUtc(day)),
    month: (month) => monthForm.format(inUtc(`${month}-01`)),
    period: (from, to) => {
      if (lang === 'en') return dayForm.formatRange(inUtc(from), inUtc(to));
      // The Chinese range of the standard library falls back to slashes; a letter writes the days out.
      const end = from.slice(0, 4) === to.slice(0, 4) ? shortDay : dayForm;
      return `${dayForm.format(inUtc(from))}–${end.format(inUtc(to))}`;
    },
  };
}

/** Whether a text is a key of the dictionaries (data may carry a key or a ready sentence). */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(en, text);
}

/** A text from the review: a word key is translated, a sentence already written stays as it is. */
export function sayText(writer: Writer, text: string | null | undefined): string {
  if (!text) return '';
  return isWordKey(text) ? writer.t(text) : text;
}

/** A code from the data said in words: the first of these keys that exists, else the code itself. */
export function sayCode(writer: Writer, code: string, ...prefixes: readonly string[]): string {
  const key = prefixes.map((prefix) => `${prefix}.${code}`).find(isWordKey);
  return key === undefined ? code : writer.t(key);
}

/** A code said through the table of the area it comes from; an unknown code is shown as it is. */
export function sayIn(writer: Writer, words: Readonly<Record<string, string>>, code: string): string {
  const key = Object.hasOwn(words, code) ? words[code] : undefined;
  return key === undefined || !isWordKey(key) ? code : writer.t(key);
}
