import { zhNumber } from './phrases/zh-number';

/** A day of the year as somebody wrote it. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
  /** Written the way lunar dates are: 八月十五, 闰六月初一, 农历…; `null` where the words do not tell. */
  readonly lunar: boolean | null;
  readonly leap: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a day of the year as a person types it: `12-4`, `1990/12/4`, `12月4日`, `4 Dec`, `农历八月十五`, `闰六月初一`,
 * `腊月廿三`. `null` when it is none, such as 30 February.
 *
 * @example readMonthDay('1990-12-4') // => { month: 12, day: 4, year: 1990, lunar: null, leap: false }
 * @example readMonthDay('农历闰六月初一') // => { month: 6, day: 1, year: null, lunar: true, leap: true }
 * @example readMonthDay('4 December') // => { month: 12, day: 4, year: null, lunar: null, leap: false }
 * @example readMonthDay('2-30') // => null
 */
export function readMonthDay(text: string): MonthDay | null {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const found = fromNumbers(plain) ?? fromChinese(plain) ?? fromEnglish(plain);
  return found && exists(found) ? found : null;
}

function exists({ month, day, lunar }: MonthDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (lunar === true ? 30 : LONGEST[month - 1]!);
}

function fromNumbers(text: string): MonthDay | null {
  const match = /^(?:((?:19|20)\d\d)[-/.])?(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!match) return null;
  const year = match[1] === undefined ? null : Number(match[1]);
  return { month: Number(match[2]), day: Number(match[3]), year, lunar: null, leap: false };
}

const CHINESE =
  /^(农历|農曆|阴历|陰曆|旧历|公历|公曆|阳历|陽曆|新历)?(?:((?:19|20)\d\d)年)?(闰|閏)?([正冬腊臘]|[\d一二三四五六七八九十]{1,3})月([初廿]?[\d一二三四五六七八九十]{1,3})[日号號]?$/;

function fromChinese(text: string): MonthDay | null {
  const match = CHINESE.exec(text.replace(/ /g, ''));
  if (!match) return null;
  const [, calendar, year, leap, monthWord, dayWord] = match as unknown as [
    string,
    string | undefined,
    string | undefined,
    string | undefined,
    string,
    string,
  ];
  const month = monthNumber(monthWord);
  const day = dayNumber(dayWord);
  if (month === null || day === null) return null;
  const said = calendar === undefined ? null : /[农農阴陰旧]/.test(calendar);
  const looks = leap !== undefined || /[正冬腊臘]/.test(monthWord) || /^[初廿]/.test(dayWord);
  return {
    month,
    day,
    year: year === undefined ? null : Number(year),
    lunar: said ?? (looks ? true : null),
    leap: leap !== undefined,
  };
}

function monthNumber(word: string): number | null {
  if (word === '正') return 1;
  if (word === '冬') return 11;
  if (word === '腊' || word === '臘') return 12;
  return zhNumber(word);
}

function dayNumber(word: string): number | null {
  return zhNumber(word.startsWith('初') ? word.slice(1) : word);
}

function fromEnglish(text: string): MonthDay | null {
  const match =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?)\.?,?(?: ((?:19|20)\d\d))?$/i.exec(
      text,
    );
  if (!match) return null;
  const word = (match[2] ?? match[3] ?? '').toLowerCase();
  const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
  if (month === 0) return null;
  const year = match[5] === undefined ? null : Number(match[5]);
  return { month, day: Number(match[1] ?? match[4]), year, lunar: null, leap: false };
}
