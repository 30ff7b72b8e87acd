import { addDays, isDay, lastDayOfMonth } from '../day';
import {
  comingDate,
  comingMonth,
  type DayRule,
  dayOfMonth,
  digits,
  inWeek,
  monthAhead,
  partOfMonth,
} from './rule';
import { ZH_NUMBER as N } from './zh-number';

const WEEKDAYS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 7,
};
const YEARS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2 };
const PART = '(底|末|初|头|上旬|中旬|下旬|中)';

/** Dates and days of the week by name. */
export const ZH_DATES: readonly DayRule[] = [
  [
    /(\d{4})\s{0,3}[-年/.]\s{0,3}(\d{1,2})\s{0,3}[-月/.]\s{0,3}(\d{1,2})\s{0,3}[日号]?/,
    ([, y, m, d]) => {
      const date = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
      return isDay(date) ? date : null;
    },
  ],
  [
    new RegExp(`([今明后])年的?(${N})月份?(${N})[号日]?`),
    ([, year, m, d], today) => {
      const first = comingMonth(digits(m), `${Number(today.slice(0, 4)) + YEARS[year!]!}-01-01`);
      return first === null ? null : dayOfMonth(first, digits(d));
    },
  ],
  [
    new RegExp(`(下{1,3})个?月(?:的)?(${N})[号日]`),
    ([, next, d], today) => dayOfMonth(monthAhead(today, next!.length), digits(d)),
  ],
  [
    new RegExp(`(下{1,3})个?月${PART}`),
    ([, next, part], today) => partOfMonth(monthAhead(today, next!.length), part!),
  ],
  [new RegExp(`(?:这个?月|本月|当月)(?:的)?(${N})[号日]`), ([, d], today) => dayOfMonth(today, digits(d))],
  [
    new RegExp(`(?<!个)(${N})月份?${PART}(?!秋)`),
    ([, m, part], today) => {
      const month = comingMonth(digits(m), today);
      return month === null ? null : partOfMonth(month, part!);
    },
  ],
  [
    new RegExp(`(?<!个)(${N})月份?(${N})[号日]?`),
    ([, m, d], today) => {
      const [month, day] = [digits(m), digits(d)];
      return month === null || day === null ? null : comingDate(month, day, today);
    },
  ],
  [/(?:这个?月|本月|月)[底末]|(?:这个?月|本月)[之以]?内/, (_, today) => lastDayOfMonth(today)],
  [/年底|(?<![半几一二两三四五六七八九十\d])年内/, (_, today) => `${today.slice(0, 4)}-12-31`],
  [
    /(上{1,3}个?)?([这本]个?)?(下{0,3})个?(?:周|星期|礼拜)([一二三四五六日天末])/,
    ([, past, thisWeek, next, name], today) => {
      if (past) return null;
      const day = WEEKDAYS[name!]!;
      if (next!.length > 0) return inWeek(today, next!.length, day);
      const here = inWeek(today, 0, day);
      // A bare 周三 said on Thursday means the next one; 这周三 stays in this week, whatever day it is.
      return here < today && !thisWeek ? addDays(here, 7) : here;
    },
  ],
];
