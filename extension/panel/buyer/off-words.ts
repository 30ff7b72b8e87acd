import type { Translate } from '@shared/i18n/shop';
import { formatMoney, type Money, moneyToMajor } from '@shared/text/money';
import { findOff } from '../forms/amount';

/** Whose money is said without its sign: 10 块, 10 元. */
const SPOKEN: Readonly<Record<string, string>> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD' };

interface OffLike {
  readonly amount: Money | null;
  readonly percentOff: number | null;
}

/**
 * What a discount takes off, as it is said across the counter: "¥10 off", 减 10 块, 打 9 折. '' when it is neither
 * money nor a share.
 */
export function offWords({ amount, percentOff }: OffLike, lang: string, t: Translate): string {
  if (amount) {
    const spoken = amount.currency === SPOKEN[lang];
    const sum = spoken ? t('panel.money.spoken', { n: moneyToMajor(amount) }) : formatMoney(amount, lang);
    return t('panel.discount.amount', { amount: sum });
  }
  if (percentOff === null) return '';
  // In Chinese the tenths that are left to pay are said: 10 % off is 9 折.
  return t('panel.discount.percent', { n: lang === 'en' ? percentOff : (100 - percentOff) / 10 });
}

/** The same beside the discount's own words; '' where those words say it already. */
export function offBeside(discount: OffLike & { readonly what: string }, lang: string, t: Translate): string {
  return findOff(discount.what) === '' ? offWords(discount, lang, t) : '';
}
