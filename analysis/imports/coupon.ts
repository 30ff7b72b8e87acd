/**
 * The code in a cell that tells of a coupon: WooCommerce's exporter writes code and amount together, others the
 * code alone.
 *
 * @example couponOf('code:welcome|amount:5.00') // => 'welcome'
 * @example couponOf('SPRING10') // => 'SPRING10'
 */
export function couponOf(text: string): string {
  return /^code:([^|]*)/i.exec(text)?.[1]?.trim() ?? text;
}

/** What stands for the coupon of an order that had an amount taken off and names no code. */
export const WITHOUT_CODE = 'no-code';
