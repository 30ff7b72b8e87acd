import { type Money, minorDigits, moneyToMajor } from '@shared/text/money';
import { MONEY_SCALE } from '../frame/orders';

/** Decimals of amounts in JSON; two where the currency is unknown. @example decimals('JPY') // => 0 */
export function decimals(currency: string | null): number {
  return currency === null ? 2 : minorDigits(currency);
}

/**
 * An amount of the frames (1/10,000 of the major unit) in major units, exact to the smallest coin.
 *
 * @example majorUnits(105_000, 2) // => 10.5
 * @example majorUnits(10 / 3, 2) // => 0
 */
export function majorUnits(scaled: number, digits: number): number {
  return roundTo(scaled / MONEY_SCALE, digits);
}

/** @example roundTo(2.345, 2) // => 2.35 */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  // A hair upward so that 1.005, stored as 1.00499…, rounds as people do it.
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + 1e-12))) / factor;
  return rounded === 0 ? 0 : rounded;
}

/**
 * Sum of amounts of one currency, in major units; amounts in another currency can't be added and are left out.
 *
 * @example sumMoney([{ minor: 150, currency: 'CNY' }, null, { minor: 50, currency: 'USD' }], 'CNY') // => 1.5
 */
export function sumMoney(amounts: readonly (Money | null)[], currency: string | null): number {
  let minor = 0;
  for (const amount of amounts) if (amount && amount.currency === currency) minor += amount.minor;
  return currency === null ? 0 : moneyToMajor({ minor, currency });
}
