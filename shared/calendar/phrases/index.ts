import type { Day } from '../day';
import { findCondition } from './conditions';
import { findEnDay } from './en-days';
import type { FoundDue } from './found';
import { simplifyDates } from './simplify';
import { findZhDay } from './zh-days';

export type { FoundDue } from './found';

/** Longer text is not a due date; the cap keeps the patterns cheap whatever is pasted. */
const MAX_LENGTH = 400;

/**
 * When a promise falls due, in the words a seller types or says: a day ("周五前", "下个月5号", "农历八月十五", "next Friday") or
 * a condition ("下次下单", "back in stock"). `null` when no such words are found. Weeks begin on Monday.
 *
 * @param text What was typed or said; Chinese, English or both.
 * @param today The shop's day.
 * @example parseDue('下个月5号', '2026-11-22') // => { due: { on: 'day', day: '2026-12-05' }, matched: '下个月5号' }
 * @example parseDue('下週三', '2026-11-22') // => { due: { on: 'day', day: '2026-11-25' }, matched: '下週三' }
 * @example parseDue('soon', '2026-11-22') // => null
 */
export function parseDue(text: string, today: Day): FoundDue | null {
  const plain = text.slice(0, MAX_LENGTH).normalize('NFKC');
  // Place for place, so that the words found can be given back as they were written.
  const simple = simplifyDates(plain);
  const found = findCondition(simple) ?? dayIn(simple, today);
  const at = found ? simple.indexOf(found.matched) : -1;
  return found && at >= 0 ? { ...found, matched: plain.slice(at, at + found.matched.length) } : found;
}

/** Without a Chinese character the English reading goes first: "2-3 days" is not 3 February. */
function dayIn(text: string, today: Day): FoundDue | null {
  return /[\u3400-\u9fff]/.test(text)
    ? (findZhDay(text, today) ?? findEnDay(text, today))
    : (findEnDay(text, today) ?? findZhDay(text, today));
}
