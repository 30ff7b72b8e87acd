import { addDays, type Day } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import { findLunar } from '@shared/calendar/phrases/lunar-days';
import { comingMonth, monthAhead } from '@shared/calendar/phrases/rule';
import { zhNumber } from '@shared/calendar/phrases/zh-number';
import { EN_OCCASIONS } from './fact-rules-en';
import { ZH_OCCASIONS } from './fact-rules-zh';
import type { SaidDate } from './types';

const SOON = /快到了?|快了|马上就?到|过生日|coming up|is soon/;
const MONTH_ONLY = /(?<!个)(1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月份?(?=生日|过|的?生|结婚|$)/;
const EN_MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/**
 * A day of the year that a buyer named with what it is for. Without an occasion, or with one that nobody puts
 * near a day ("birthday cards?"), it is none.
 *
 * @param text A folded clause, or two of them.
 */
export function saidDate(text: string, today: Day): SaidDate | null {
  const occasion = [...ZH_OCCASIONS, ...EN_OCCASIONS].find(([says]) => says.test(text))?.[1];
  if (!occasion) return null;
  const none = { occasion, month: null, day: null, calendar: 'solar', leap: false, on: null } as const;
  const lunar = findLunar(text);
  if (lunar && /[农阴老旧古]历|月/.test(lunar.matched)) {
    const due = parseDue(text, today)?.due;
    const on = due?.on === 'day' ? due.day : null;
    return { ...none, calendar: 'lunar', month: lunar.month, day: lunar.day, leap: lunar.leap, on };
  }
  const month = monthOnly(text, today);
  if (month !== null) return { ...none, month };
  const born = /(?:19|20)\d\d[年/.-](\d{1,2})[月/.-](\d{1,2})/.exec(text);
  if (born) return { ...none, month: Number(born[1]), day: Number(born[2]) };
  const due = parseDue(text, today)?.due;
  if (due?.on === 'day') {
    const vague = /月底|这个?月(?!\d)|年底|年内/.test(text) || due.day > addDays(today, 366);
    return {
      ...none,
      month: Number(due.day.slice(5, 7)),
      day: vague ? null : Number(due.day.slice(8)),
      on: vague ? null : due.day,
    };
  }
  return SOON.test(text) ? none : null;
}

function monthOnly(text: string, today: Day): number | null {
  if (/下个?月(?![\d一二三四五六七八九十])|next month/.test(text))
    return Number(monthAhead(today, 1).slice(5, 7));
  if (/这个?月(?![\d一二三四五六七八九十])|this month/.test(text)) return Number(today.slice(5, 7));
  const zh = MONTH_ONLY.exec(text);
  if (zh) return Number(comingMonth(zhNumber(zh[1]!), today)?.slice(5, 7) ?? 0) || null;
  const en = new RegExp(`\\bin (${EN_MONTHS})[a-z]{0,6}\\b(?! \\d)`).exec(text);
  return en ? EN_MONTHS.split('|').indexOf(en[1]!) + 1 : null;
}
