import { formatMoney, minorDigits } from '@shared/text/money';
import type { Interval } from '../review';

/**
 * A share as a whole percentage; one decimal below 10 %, where half a point matters.
 *
 * @example percent(0.6558) // => '66%'
 * @example percent(0.054) // => '5.4%'
 */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)}%`;
}

/**
 * A range of shares with one sign; a decimal only where the whole range is below 10 %, or narrower than a point.
 *
 * @example percentRange([0.64, 0.67]) // => '64–67%'
 * @example percentRange([0.012, 0.034]) // => '1.2–3.4%'
 * @example percentRange([0.596, 0.601]) // => '59.6–60.1%'
 */
export function percentRange([lo, hi]: Interval): string {
  // Of very many buyers "60–60%" would claim to know more than it does.
  const narrow = lo < hi && Math.round(lo * 100) === Math.round(hi * 100);
  if (narrow) return `${(lo * 100).toFixed(1)}–${(hi * 100).toFixed(1)}%`;
  const digits = hi < 0.0995 ? 1 : 0;
  return `${Number((lo * 100).toFixed(digits))}–${percent(hi)}`;
}

/**
 * An amount in the shop's currency; a plain number where the currency is unknown.
 *
 * @example amount(1234.5, null, 'en') // => '1,234.50'
 */
export function amount(major: number, currency: string | null, lang: string): string {
  if (currency === null) {
    return major.toLocaleString(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
  return formatMoney({ minor: Math.round(major * 10 ** minorDigits(currency)), currency }, lang);
}

/**
 * An estimated amount with three figures and, from 10 on, no cents: more would pretend to know.
 *
 * @example estimate(8_892_157.5, null, 'en') // => '8,890,000'
 * @example estimate(46.43, null, 'en') // => '46'
 */
export function estimate(major: number, currency: string | null, lang: string): string {
  const rough =
    Math.abs(major) < 10 ? Number(major.toPrecision(2)) : Math.round(Number(major.toPrecision(3)));
  if (currency === null) return rough.toLocaleString(lang, { maximumFractionDigits: 2 });
  return amount(rough, currency, lang);
}

/**
 * A range of estimated amounts, with two figures each (its ends are simulated and known no better); the currency
 * stands once.
 *
 * @example estimateRange([15_612, 44_012], 'CNY', 'zh-CN') // => '¥16,000–44,000'
 */
export function estimateRange([lo, hi]: Interval, currency: string | null, lang: string): string {
  const rough = (major: number) => estimate(Number(major.toPrecision(2)), currency, lang);
  return `${rough(lo)}–${rough(hi).replace(/^[^\d−-]+/, '')}`;
}

/**
 * A range of a difference between two shares, in percentage points with their signs.
 *
 * @example points([-0.02, 0.153]) // => { lo: '−2', hi: '+15' }
 */
export function points(interval: Interval): { readonly lo: string; readonly hi: string } {
  const write = (share: number) => {
    const value = Math.round(share * 100);
    return value < 0 ? `−${-value}` : `+${Math.abs(value)}`;
  };
  return { lo: write(interval[0]), hi: write(interval[1]) };
}
