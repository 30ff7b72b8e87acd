import { addDays, addMonths, type Day, isDay, lastDayOfMonth, weekday } from './day';
import { ZH_NUMBER, zhNumber } from './phrases/zh-number';

type Rule = readonly [pattern: RegExp, last: (match: RegExpExecArray, today: Day) => Day | null];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FEASTS: Readonly<Record<string, string>> = {
  双十一: '11-11',
  双11: '11-11',
  雙十一: '11-11',
  雙11: '11-11',
  双十二: '12-12',
  双12: '12-12',
  雙十二: '12-12',
  雙12: '12-12',
  国庆: '10-07',
  國慶: '10-07',
  元旦: '01-01',
  圣诞: '12-25',
  聖誕: '12-25',
  christmas: '12-25',
};

const two = (n: number) => String(n).padStart(2, '0');

/** The last day of a month that is over or under way; `years` further back. */
function monthBack(month: number, today: Day, years: number | null): Day | null {
  if (month < 1 || month > 12) return null;
  const year = Number(today.slice(0, 4));
  const first = (y: number) => `${y}-${two(month)}-01`;
  const back = years ?? (first(year) > today ? 1 : 0);
  return earlier(lastDayOfMonth(first(year - back)), today);
}

function dateBack(month: number, day: number, today: Day, years: number | null): Day | null {
  const write = (y: number) => `${y}-${two(month)}-${two(day)}`;
  const year = Number(today.slice(0, 4));
  const back = years ?? (write(year) > today ? 1 : 0);
  return isDay(write(year - back)) ? write(year - back) : null;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

const lastYear = (word: string | undefined) => (word ? (/前年/.test(word) ? 2 : 1) : null);

const RULES: readonly Rule[] = [
  [
    /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/,
    ([, y, m, d]) => {
      const day = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
      return isDay(day) ? day : null;
    },
  ],
  [
    new RegExp(`(去年|前年)?的?(${ZH_NUMBER})月(${ZH_NUMBER})[号號日]`),
    ([, year, m, d], today) => dateBack(zhNumber(m!) ?? 0, zhNumber(d!) ?? 0, today, lastYear(year)),
  ],
  [
    /(去年|前年)?的?(双十[一二]|双1[12]|雙十[一二]|雙1[12]|国庆|國慶|元旦|圣诞|聖誕)/,
    ([, year, name], today) => {
      const [month, day] = FEASTS[name!]!.split('-').map(Number);
      return dateBack(month!, day!, today, lastYear(year));
    },
  ],
  [
    new RegExp(`(去年|前年)?的?(${ZH_NUMBER})月(?!前)`),
    ([, year, m], today) => monthBack(zhNumber(m!) ?? 0, today, lastYear(year)),
  ],
  [/上个?月|上個月|\blast month\b/i, (_, today) => lastDayOfMonth(addMonths(`${today.slice(0, 8)}01`, -1))],
  [/上(?:个|個)?(?:周|週|星期|礼拜|禮拜)|\blast week\b/i, (_, today) => addDays(today, -weekday(today))],
  [/前天|the day before yesterday/i, (_, today) => addDays(today, -2)],
  [/昨[天晚日]|\byesterday\b|\blast night\b/i, (_, today) => addDays(today, -1)],
  [/前年/, (_, today) => `${Number(today.slice(0, 4)) - 2}-12-31`],
  [/去年|\blast year\b/i, (_, today) => `${Number(today.slice(0, 4)) - 1}-12-31`],
  [
    new RegExp(`(${ZH_NUMBER})个?個?月(?:之|以)?前|\\b(\\d{1,2}) months? ago\\b`, 'i'),
    ([, zh, en], today) => addMonths(today, -(zhNumber(zh ?? '') ?? Number(en ?? 0))),
  ],
  [
    new RegExp(`(${ZH_NUMBER})天(?:之|以)?前|\\b(\\d{1,3}) days? ago\\b`, 'i'),
    ([, zh, en], today) => addDays(today, -(zhNumber(zh ?? '') ?? Number(en ?? 0))),
  ],
  [
    /\b(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b/i,
    ([, d, m], today) => dateBack(MONTHS.indexOf(m!.toLowerCase()) + 1, Number(d), today, null),
  ],
  [
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})\b/i,
    ([, m, d], today) => dateBack(MONTHS.indexOf(m!.toLowerCase()) + 1, Number(d), today, null),
  ],
  [
    /\b(?:in|of|last) (january|february|march|april|may|june|july|august|september|october|november|december)\b/i,
    ([, m], today) => monthBack(MONTHS.indexOf(m!.slice(0, 3).toLowerCase()) + 1, today, null),
  ],
  [/\bat christmas\b|\blast christmas\b/i, (_, today) => dateBack(12, 25, today, null)],
];

/**
 * The last day of the time in the past that a text names: "去年双十一", "in March", "last month". `null` when it
 * names none. A day without its year is the last one that was.
 *
 * @example pastDay('你们去年双十一说的', '2026-11-22') // => '2025-11-11'
 * @example pastDay('in March', '2026-11-22') // => '2026-03-31'
 * @example pastDay('some time', '2026-11-22') // => null
 */
export function pastDay(text: string, today: Day): Day | null {
  const plain = text.slice(0, 400).normalize('NFKC');
  for (const [pattern, last] of RULES) {
    const match = pattern.exec(plain);
    const day = match ? last(match, today) : null;
    if (day !== null && day <= today) return day;
  }
  return null;
}
