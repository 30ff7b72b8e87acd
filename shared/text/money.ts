/**
 * Money is an integer of minor units with its currency: 0.1 + 0.2 yuan must be 30 fen, and a sum over a
 * million orders exact.
 */
export interface Money {
  readonly minor: number;
  /** ISO 4217, e.g. 'CNY'. */
  readonly currency: string;
}

const NO_DECIMALS = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'PYG', 'UGX', 'XAF', 'XOF']);
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** @example minorDigits('JPY') // => 0 */
export function minorDigits(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/**
 * Reads an amount a person typed: `10`, `¥10.5`, `1,288.00`, `12元`, `$3`, full-width digits too. `null` when
 * it is no amount, or finer than the currency's smallest unit.
 *
 * @example parseMoney('¥1,288.5', 'CNY') // => { minor: 128850, currency: 'CNY' }
 * @example parseMoney('10塊', 'TWD') // => { minor: 1000, currency: 'TWD' }
 * @example parseMoney('ten', 'CNY') // => null
 */
export function parseMoney(text: string, currency: string): Money | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^([-+]?)\s*(?:[A-Z]{3}|[A-Z]{0,2}[¥$€£])\s*/i, '$1')
    .replace(/\s*(元|圓|块钱?|塊錢?|[A-Z]{3})$/i, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  const match = /^([-+]?)(\d{1,12})(?:\.(\d+))?$/.exec(plain);
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const minor = Number(match[2]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
  return { minor: match[1] === '-' && minor !== 0 ? -minor : minor, currency };
}

/**
 * Major units as a plain decimal, for JSON and CSV.
 *
 * @example moneyToMajor({ minor: 1050, currency: 'CNY' }) // => 10.5
 */
export function moneyToMajor(money: Money): number {
  return money.minor / 10 ** minorDigits(money.currency);
}

/**
 * An amount as the reader writes it; whole amounts without decimals, as a shop says "减 10 块".
 *
 * @example formatMoney({ minor: 1000, currency: 'CNY' }, 'zh-CN') // => '¥10'
 */
export function formatMoney(money: Money, lang: string): string {
  const digits = minorDigits(money.currency);
  const whole = money.minor % 10 ** digits === 0;
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(moneyToMajor(money));
}
