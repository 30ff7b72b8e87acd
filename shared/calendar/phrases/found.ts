import type { Due } from '../../records/promise';

/** A due date or condition found in plain words, and the words it was found in. */
export interface FoundDue {
  readonly due: Due;
  readonly matched: string;
}

export function onDay(day: string, matched: string): FoundDue {
  return { due: { on: 'day', day }, matched };
}

const GOODS =
  /^节?的?(?:礼|款|限定|树|卡|装|主题|贺|袜|帽|套|版|蛋糕|快乐|月饼|粽|红包|对联|灯笼|大促|促销|特|专)|^ (?:cards?|gifts?|trees?|stockings?|edition|sale|wrap|box|ornaments?|presents?|deals?|songs?|cookies)/i;

/**
 * Whether the words after a feast make it the name of goods or a greeting: 圣诞树 is no due date.
 *
 * @example namesGoods('圣诞树', 2) // => true
 * @example namesGoods('圣诞前', 2) // => false
 */
export function namesGoods(text: string, end: number): boolean {
  return GOODS.test(text.slice(end, end + 14));
}
