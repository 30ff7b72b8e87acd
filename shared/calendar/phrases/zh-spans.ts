import { addDays, addMonths, type Day, lastDayOfMonth } from '../day';
import { addWorkingDays, type DayRule, digits, inWeek, monthAhead } from './rule';
import { ZH_NUMBER as N } from './zh-number';

/** What makes a length of time a due date: "三天" alone may be anything. */
const WITHIN = '(?:[之以]?[后内]|左右|就|里头?)';
const PAIRS: Readonly<Record<string, number>> = {
  一两: 2,
  两三: 3,
  三四: 4,
  三五: 5,
  四五: 5,
  五六: 6,
  七八: 8,
};
const PAIR = Object.keys(PAIRS).join('|');
const TO = '[-~到至—]';

function plus(today: Day, count: number | null, unit: number): Day | null {
  return count === null ? null : addDays(today, count * unit);
}

/** Days counted from today, whole weeks and months, hours. Of a range the later end is what is promised. */
export const ZH_SPANS: readonly DayRule[] = [
  [/大大后天/, (_, today) => addDays(today, 4)],
  [/大后[天日]/, (_, today) => addDays(today, 3)],
  [/后天|后日/, (_, today) => addDays(today, 2)],
  [/明[天日早晚儿个]|次日|隔天/, (_, today) => addDays(today, 1)],
  [/今[天日晚早夜儿]|当天|马上|立刻|天黑[之以]?前|(?:下班|收工|睡觉?|打烊)[之以]?前/, (_, today) => today],
  [
    new RegExp(`(?:(${N})${TO})?(${N})个?工作[日天]`),
    ([, , n], today) => {
      const count = digits(n);
      return count === null ? null : addWorkingDays(today, count);
    },
  ],
  [new RegExp(`(?:${N})${TO}(${N})[天日]${WITHIN}?`), ([, n], today) => plus(today, digits(n), 1)],
  [new RegExp(`(${PAIR})[天日]${WITHIN}`), ([, pair], today) => addDays(today, PAIRS[pair!]!)],
  [
    new RegExp(`(${PAIR})个?(?:周|星期|礼拜)${WITHIN}`),
    ([, pair], today) => addDays(today, PAIRS[pair!]! * 7),
  ],
  [/(?<!个)半个?月(?:[之以]?[后内]|左右)?/, (_, today) => addDays(today, 15)],
  [new RegExp(`(${N})个半月${WITHIN}`), ([, n], today) => plusMonths(today, digits(n), 15)],
  [new RegExp(`(${N})个?半?(?:周|星期|礼拜)${WITHIN}`), ([, n], today) => plus(today, digits(n), 7)],
  [new RegExp(`(${N})个月${WITHIN}`), ([, n], today) => plusMonths(today, digits(n), 0)],
  [new RegExp(`半年${WITHIN}`), (_, today) => addMonths(today, 6)],
  [new RegExp(`(${N})年${WITHIN}`), ([, n], today) => plusMonths(today, (digits(n) ?? 0) * 12, 0)],
  [new RegExp(`过(${N})[天日]|(${N})[天日]${WITHIN}`), ([, a, b], today) => plus(today, digits(a ?? b), 1)],
  [new RegExp(`半天${WITHIN}`), (_, today) => today],
  [
    new RegExp(`(${N})个?半?小时${WITHIN}`),
    ([, n], today) => {
      const hours = digits(n);
      return hours === null ? null : addDays(today, Math.ceil(hours / 24) - (hours < 24 ? 1 : 0));
    },
  ],
  [new RegExp(`(?:${N}|[\\d]{1,3})分钟${WITHIN}?|半个?小时${WITHIN}?`), (_, today) => today],
  [
    /(?<!上)([这本])个?(?:周|星期|礼拜)(?:[之以]?内|里)?(?![一二三四五六日天末\d年])/,
    (_, today) => inWeek(today, 0, 7),
  ],
  [
    /(下{1,3})个?(?:周|星期|礼拜)(?![一二三四五六日天末\d年])/,
    ([, next], today) => inWeek(today, next!.length, 7),
  ],
  [
    /(下{1,3})个?月(?![\d一二三四五六七八九十])/,
    ([, next], today) => lastDayOfMonth(monthAhead(today, next!.length)),
  ],
  [/(?:这个?月|本月)(?![\d一二三四五六七八九十])/, (_, today) => lastDayOfMonth(today)],
];

function plusMonths(today: Day, months: number | null, days: number): Day | null {
  return months === null || months === 0 ? null : addDays(addMonths(today, months), days);
}

/** Times of today: only where nothing else names a day. */
export const ZH_CLOCK: readonly DayRule[] = [
  [
    /(?:上午|中午|下午|傍晚|晚上)(?=[之以]?前|[一两二三四五六七八九十\d]|就|给|发|寄|回|再|会|$)|(?<!\d)(?:[01]?\d|2[0-4])[点时](?:半|\d{1,2}分?)?(?:整|[之以]?前)/,
    (_, today) => today,
  ],
];
