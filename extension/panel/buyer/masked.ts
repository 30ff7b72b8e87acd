import { maskPhone } from '@shared/text/mask';

/** Province and city, enough to talk about freight; the door stays closed until asked for. */
const ADDRESS_SHOWN = 6;

/** @example maskedPhone('13800138000') // => '138****8000' */
export function maskedPhone(phone: string): string {
  return phone === '' ? '' : maskPhone(phone);
}

/**
 * An address as it may stand on a screen that others can see.
 *
 * @example maskedAddress('浙江省杭州市西湖区龙井路18号') // => '浙江省杭州市…'
 */
export function maskedAddress(address: string): string {
  const chars = [...address];
  return chars.length <= ADDRESS_SHOWN ? address : `${chars.slice(0, ADDRESS_SHOWN).join('')}…`;
}
