import { type Lang, type Translate, translator, type WordKey } from '@shared/i18n';
import { en } from '@shared/i18n/en';
import { amount, estimate, estimateRange, percent, percentRange } from '../../findings/write';
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
  /** A day without its year, for days that are near. */
  readonly dayOfYear: (day: string) => string;
  readonly month: (month: string) => string;
  readonly period: (from: string, to: string) => string;
}

const inUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * The writer of one language and currency.
 *
 * @example makeWriter('en', 'CNY').percentRange([0.312, 0.381]) // => '31–38%'
 * @example makeWriter('zh-CN', 'CNY').moneyRange([600, 2300]) // => '¥600–2,300'
 */
export function makeWriter(lang: Lang, currency: string | null): Writer {
  const count = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
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
    percent,
    percentRange,
    money: (major) => amount(major, currency, lang),
    moneyAbout: (major) => estimate(major, currency, lang),
    moneyRange: (interval) => estimateRange(interval, currency, lang),
    day: (day) => dayForm.format(inUtc(day)),
    // No line ends between a month and its day.
    dayOfYear: (day) => shortDay.format(inUtc(day)).replace(' ', '\u00a0'),
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
