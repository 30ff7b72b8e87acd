import type { Day } from '../day';
import { findCondition } from './conditions';
import { findEnDay } from './en-days';
import type { FoundDue } from './found';
import { findZhDay } from './zh-days';

export type { FoundDue } from './found';

/** Longer text is not a due date; the cap keeps the patterns cheap whatever is pasted. */
const MAX_LENGTH = 400;

/**
 * When a promise falls due, in the words a seller types or says: a day ("周五前", "下个月5号", "next Friday") or
 * a condition ("下次下单", "back in stock"). `null` when no such words are found. Weeks begin on Monday.
 *
 * @param text What was typed or said; Chinese, English or both.
 * @param today The shop's day.
 * @example parseDue('下个月5号', '2026-11-22') // => { due: { on: 'day', day: '2026-12-05' }, matched: '下个月5号' }
 * @example parseDue('soon', '2026-11-22') // => null
 */
export function parseDue(text: string, today: Day): FoundDue | null {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC');
  return findCondition(plain) ?? findZhDay(plain, today) ?? findEnDay(plain, today);
}
