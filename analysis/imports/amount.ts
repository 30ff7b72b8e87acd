import { MONEY_SCALE } from '../frame/orders';

/**
 * Reads the plain decimals that nearly every cell holds, without a regular expression, in 1/10,000; NaN for all
 * others, also for no text at all.
 *
 * @example plainDecimal('-12.30') // => -123000
 * @example plainDecimal('a,2.5,b', 2, 5) // => 25000
 */
export function plainDecimal(text: string, from = 0, to = text.length): number {
  let whole = 0;
  let digits = 0;
  let fraction = -1;
  const signed = from < to && text.charCodeAt(from) === 45;
  const sign = signed ? -1 : 1;
  let at = signed ? from + 1 : from;
  if (to - at > 15) return Number.NaN;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && fraction < 0) {
      fraction = 0;
      continue;
    }
    if (code < 48 || code > 57) return Number.NaN;
    if (fraction >= 0 && ++fraction > 4) return Number.NaN;
    whole = whole * 10 + (code - 48);
    digits++;
  }
  if (digits === 0 || digits > 15) return Number.NaN;
  for (let left = fraction < 0 ? 4 : 4 - fraction; left > 0; left--) whole *= 10;
  return whole > Number.MAX_SAFE_INTEGER ? Number.NaN : whole === 0 ? 0 : sign * whole;
}

/** Which of `,` and `.` is the decimal mark in a number text, or null when the text is no number. */
function normalMarks(body: string, decimalComma: boolean): string | null {
  const comma = body.lastIndexOf(',');
  const dot = body.lastIndexOf('.');
  let decimal = '';
  if (comma >= 0 && dot >= 0) decimal = comma > dot ? ',' : '.';
  else if (comma >= 0) {
    const after = body.length - comma - 1;
    const single = body.indexOf(',') === comma;
    decimal = single && (after !== 3 || decimalComma) ? ',' : '';
  } else if (dot >= 0) {
    const single = body.indexOf('.') === dot;
    decimal = single && !(decimalComma && body.length - dot - 1 === 3) ? '.' : '';
  }
  const cut = decimal === '' ? body.length : body.lastIndexOf(decimal);
  const whole = body.slice(0, cut);
  const grouped = /^\d{1,3}(?:([,.'])\d{3})(?:\1\d{3})*$/.test(whole);
  if (!grouped && !/^\d*$/.test(whole)) return null;
  const fraction = body.slice(cut + 1);
  if (!/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return null;
  return `${whole.replace(/\D/g, '')}.${fraction}`;
}

/**
 * Reads an amount (or quantity) as exports write it, in 1/10,000 of the major unit. Signs of money and
 * thousands marks are taken off, decimal commas understood, a remark in brackets ignored. `null` when it is no
 * number: that is an error to show, never a 0.
 *
 * @example parseAmount('¥1,288.00') // => 12880000
 * @example parseAmount('12.30元') // => 123000
 * @example parseAmount('116,99 €') // => 1169900
 * @example parseAmount('131.77(已退款89.84)') // => 1317700
 * @example parseAmount('无退款申请') // => null
 */
export function parseAmount(text: string, decimalComma = false): number | null {
  if (!decimalComma) {
    const plain = plainDecimal(text);
    if (!Number.isNaN(plain)) return plain;
  }
  if (text.length > 80) return null;
  let body = text.normalize('NFKC').replace(/[\s\u2212]/g, (mark) => (mark === '\u2212' ? '-' : ''));
  let negative = false;
  const accounting = /^\(([^()]*\d[^()]*)\)$/.exec(body);
  if (accounting) {
    negative = true;
    body = accounting[1] ?? '';
  }
  body = body.replace(/\([^)]*\)/g, '');
  const parts =
    /^([-+]?)(?:[A-Z]{1,3}\$?|[\p{Sc}])?([-+]?)(?:\p{Sc})?([\d.,']+)(?:[eE]([-+]?\d{1,2}))?(-?)(?:元|[A-Z]{3}|\p{Sc})?$/u.exec(
      body,
    );
  if (!parts) return null;
  const minuses = [parts[1], parts[2], parts[5]].filter((mark) => mark === '-').length;
  // Two signs of one thing: nobody knows what was meant.
  if (minuses + (negative ? 1 : 0) > 1) return null;
  negative ||= minuses === 1;
  const marks = normalMarks(parts[3] ?? '', decimalComma);
  if (marks === null) return null;
  const scaled = scaleUp(marks, Number(parts[4] ?? 0));
  if (scaled === null || scaled === 0) return scaled;
  return negative ? -scaled : scaled;
}

/** Shifts the decimal point as text, so that 0.1 stays exactly 1,000 ten-thousandths. */
function scaleUp(decimal: string, exponent: number): number | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  const shift = Math.log10(MONEY_SCALE) + exponent;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const integer = Number(digits.slice(0, Math.max(0, point)).padEnd(Math.max(0, point), '0') || '0');
  const next = point >= 0 && point < digits.length ? Number(digits[point]) : 0;
  const scaled = integer + (next >= 5 ? 1 : 0);
  return scaled > Number.MAX_SAFE_INTEGER ? null : scaled;
}

/**
 * Price × quantity, both in 1/10,000. Whole quantities stay exact; a product of the two scaled numbers would
 * leave the safe integers at about 300 pieces of 3,000.
 *
 * @example timesQuantity(25500, 60000) // => 153000
 */
export function timesQuantity(price: number, quantity: number): number {
  const pieces = quantity / MONEY_SCALE;
  return Number.isInteger(pieces) ? price * pieces : Math.round(price * pieces);
}

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'CNY', '￥': 'CNY' };

/**
 * The currency a sign in an amount stands for, '' where there is none.
 *
 * @example currencyOfSign('-$0.95') // => 'USD'
 */
export function currencyOfSign(text: string): string {
  const sign = /[$£€¥￥]/.exec(text);
  return sign ? (SIGNS[sign[0]] ?? '') : '';
}
