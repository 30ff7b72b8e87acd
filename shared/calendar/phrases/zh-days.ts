import { addDays, addMonths, type Day, isDay, lastDayOfMonth, weekday } from '../day';
import { type FoundDue, onDay } from './found';
import { ZH_NUMBER, zhNumber } from './zh-number';

/**
 * Chinese day phrases as sellers type them. Weeks begin on Monday: 下周三 said on a Sunday is three days on
 * (a Sunday-first week would promise a week too late). Lunar dates are left alone: 农历八月十五 is not 15 August.
 */
type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, today: Day) => Day | null];

const N = ZH_NUMBER;
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
const FIXED: Readonly<Record<string, string>> = {
  双十一: '11-11',
  双11: '11-11',
  双十二: '12-12',
  双12: '12-12',
  元旦: '01-01',
  国庆: '10-01',
  圣诞: '12-25',
  情人节: '02-14',
};

const digits = (text: string | undefined) => (text === undefined ? null : zhNumber(text));

/** A month and day on or after today: this year, else next. */
function comingDate(month: number, day: number, today: Day): Day | null {
  const write = (year: number) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  for (let year = Number(today.slice(0, 4)); year <= Number(today.slice(0, 4)) + 4; year++) {
    const date = write(year);
    if (isDay(date) && date >= today) return date;
  }
  return null;
}

function dayOfMonth(month: Day, day: number | null): Day | null {
  if (day === null) return null;
  const date = `${month.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

function inWeek(today: Day, weeks: number, day: number): Day {
  return addDays(today, weeks * 7 + day - weekday(today));
}

const RULES: readonly Rule[] = [
  [
    /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*[日号]?/,
    ([, y, m, d]) => {
      const date = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
      return isDay(date) ? date : null;
    },
  ],
  [
    new RegExp(`下个?月(?:的)?(${N})[号日]`),
    ([, d], today) => dayOfMonth(addMonths(`${today.slice(0, 8)}01`, 1), digits(d)),
  ],
  [/下个?月[底末]/, (_, today) => lastDayOfMonth(addMonths(`${today.slice(0, 8)}01`, 1))],
  [/下个?月[初头]/, (_, today) => dayOfMonth(addMonths(`${today.slice(0, 8)}01`, 1), 5)],
  [/下个?月中/, (_, today) => dayOfMonth(addMonths(`${today.slice(0, 8)}01`, 1), 15)],
  [
    new RegExp(`(${N})月份?(${N})[号日]?`),
    ([, m, d], today) => {
      const [month, day] = [digits(m), digits(d)];
      return month === null || day === null ? null : comingDate(month, day, today);
    },
  ],
  [/(?:这个?月|本月|月)[底末]/, (_, today) => lastDayOfMonth(today)],
  [/年底/, (_, today) => `${today.slice(0, 4)}-12-31`],
  [
    /([这本]个?)?(下*)个?(?:周|星期|礼拜)([一二三四五六日天末])/,
    ([, thisWeek, next, name], today) => {
      const day = WEEKDAYS[name!]!;
      if (next!.length > 0) return inWeek(today, next!.length, day);
      const here = inWeek(today, 0, day);
      // A bare 周三 said on Thursday means the next one; 这周三 stays in this week, whatever day it is.
      return here < today && !thisWeek ? addDays(here, 7) : here;
    },
  ],
  [/大后天/, (_, today) => addDays(today, 3)],
  [/后天/, (_, today) => addDays(today, 2)],
  [/明[天日早晚]|明儿/, (_, today) => addDays(today, 1)],
  [/今[天日晚早]|当天|今儿|马上|立刻/, (_, today) => today],
  [/半个?月(?:[之以]?[后内]|左右)?/, (_, today) => addDays(today, 15)],
  [
    new RegExp(`(${N})个?半?(?:周|星期|礼拜)(?:[之以]?[后内]|左右)`),
    ([, n], today) => plus(today, digits(n), 7),
  ],
  [
    new RegExp(`(${N})个月(?:[之以]?[后内]|左右)`),
    ([, n], today) => {
      const months = digits(n);
      return months === null ? null : addMonths(today, months);
    },
  ],
  [new RegExp(`(${N})[天日](?:[之以]?[后内]|左右)`), ([, n], today) => plus(today, digits(n), 1)],
  [
    new RegExp(`(${N})个?小时(?:[之以]?[后内]|左右)`),
    ([, n], today) => {
      const hours = digits(n);
      return hours === null ? null : addDays(today, Math.ceil(hours / 24) - (hours < 24 ? 1 : 0));
    },
  ],
  [
    /双十[一二]|双1[12]|元旦|国庆|圣诞|情人节/,
    ([name], today) => {
      const [month, day] = FIXED[name]!.split('-').map(Number);
      return comingDate(month!, day!, today);
    },
  ],
  [
    new RegExp(`(?<![月0-9零一二三四五六七八九十])(${N})[号日]`),
    ([, d], today) => {
      const day = digits(d);
      for (let months = 0; months <= 2 && day !== null; months++) {
        const date = dayOfMonth(addMonths(`${today.slice(0, 8)}01`, months), day);
        if (date !== null && date >= today) return date;
      }
      return null;
    },
  ],
  [
    /(?<![\d.])(1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.元块折])/,
    ([, m, d], today) => comingDate(Number(m), Number(d), today),
  ],
];

function plus(today: Day, count: number | null, unit: number): Day | null {
  return count === null ? null : addDays(today, count * unit);
}

/**
 * The first day a Chinese sentence names.
 *
 * @example findZhDay('保证周五前发货', '2026-11-22') // => { due: { on: 'day', day: '2026-11-27' }, matched: '周五前' }
 */
export function findZhDay(text: string, today: Day): FoundDue | null {
  if (/[农阴]历|正月|腊月/.test(text)) return null;
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const day = match ? read(match, today) : null;
    if (!match || day === null) continue;
    const before = /^[之以]?前/.exec(text.slice(match.index + match[0].length));
    return onDay(day, match[0] + (before?.[0] ?? ''));
  }
  return null;
}
