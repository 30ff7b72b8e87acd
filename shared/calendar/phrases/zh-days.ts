import type { Day } from '../day';
import { findFeast } from './feasts';
import { type FoundDue, onDay } from './found';
import { findLunarDay } from './lunar-days';
import { comingDate, comingDayOfMonth, type DayRule, digits } from './rule';
import { ZH_DATES } from './zh-dates';
import { ZH_NUMBER as N } from './zh-number';
import { ZH_CLOCK, ZH_SPANS } from './zh-spans';

/** Bare numbers: what is left when no word tells more. */
const BARE: readonly DayRule[] = [
  [
    new RegExp(`(?<![月0-9零一二三四五六七八九十第])(${N})[号日](?![码色线楼店机款])`),
    ([, d], today) => comingDayOfMonth(digits(d), today),
  ],
  [
    /(?<![\d.])(1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.元块折折寸kgm%])/,
    ([, m, d], today) => comingDate(Number(m), Number(d), today),
  ],
];

const BEFORE = /^[之以]?前/;

/**
 * The first day a Chinese sentence names, as sellers type it. Weeks begin on Monday: 下周三 said on a Sunday is
 * three days on (a Sunday-first week would promise a week too late). 农历八月十五 is not 15 August.
 *
 * @param text Simplified characters.
 * @example findZhDay('保证周五前发货', '2026-11-22') // => { due: { on: 'day', day: '2026-11-27' }, matched: '周五前' }
 * @example findZhDay('农历八月十五前', '2026-11-22') // => { due: { on: 'day', day: '2027-09-15' }, matched: '农历八月十五前' }
 */
export function findZhDay(text: string, today: Day): FoundDue | null {
  const lunar = findLunarDay(text, today);
  if (lunar) return withBefore(lunar, text, text.indexOf(lunar.matched));
  // The name of a calendar with a date we can't read: better no day than the wrong one.
  if (/[农阴]历|正月|腊月/.test(text)) return null;
  return (
    firstOf(ZH_DATES, text, today) ??
    firstOf(ZH_SPANS, text, today) ??
    feast(text, today) ??
    firstOf(BARE, text, today) ??
    firstOf(ZH_CLOCK, text, today)
  );
}

function firstOf(rules: readonly DayRule[], text: string, today: Day): FoundDue | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    const day = match ? read(match, today) : null;
    if (match && day !== null) return withBefore(onDay(day, match[0]), text, match.index);
  }
  return null;
}

function feast(text: string, today: Day): FoundDue | null {
  const found = findFeast(text, today);
  return found ? withBefore(onDay(found.day, found.matched), text, text.indexOf(found.matched)) : null;
}

/** 周五 and 周五前 are the same day; the word belongs to what was found. */
function withBefore({ due, matched }: FoundDue, text: string, at: number): FoundDue {
  const before = BEFORE.exec(text.slice(at + matched.length));
  return { due, matched: matched + (before?.[0] ?? '') };
}
