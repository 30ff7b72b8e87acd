import { addMonths, type Day, isDay } from '../calendar/day';

/**
 * Whole months somebody has lived by a day; negative before birth.
 *
 * @example ageInMonths('2026-03-05', '2026-11-22') // => 8
 * @example ageInMonths('2026-03-31', '2026-04-30') // => 1
 * @example ageInMonths('2026-12-24', '2026-11-22') // => -2
 */
export function ageInMonths(born: Day, today: Day): number {
  const index = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = index(today) - index(born);
  // A child of the 31st is a month older on the last day of a shorter month.
  return addMonths(born, months) <= today ? months : months - 1;
}

const NUMBER = '(\\d{1,3})\\s*';
const YEARS = new RegExp(`${NUMBER}(?:岁|歲|周岁|years?|yrs?|y)`, 'i');
const MONTHS = new RegExp(`${NUMBER}(?:个半?月|個半?月|月大|months?|mos?|m)(?![a-z])`, 'i');
const WHOLE_DAY = /^(\d{4})(?:\s*[-/.年]\s*)(\d{1,2})(?:(?:\s*[-/.月]\s*)(\d{1,2})\s*[日号號]?|\s*月?)$/;

/**
 * The day of birth from what a seller types: a day (`2026-03-05`, `2026年3月5日`), a month (`2026-03`: its first
 * day), or an age (`8个月`, `3 years 2 months`), counted back from today. `null` when it is none of these, or
 * more than a year ahead; a child on its way has a day too.
 *
 * @example readBorn('2026年3月5日', '2026-11-22') // => '2026-03-05'
 * @example readBorn('8个月', '2026-11-22') // => '2026-03-22'
 * @example readBorn('3岁2个月', '2026-11-22') // => '2023-09-22'
 * @example readBorn('soon', '2026-11-22') // => null
 */
export function readBorn(text: string, today: Day): Day | null {
  const plain = text.normalize('NFKC').trim();
  const whole = WHOLE_DAY.exec(plain);
  if (whole) {
    const [year, month, day] = [whole[1]!, whole[2]!.padStart(2, '0'), (whole[3] ?? '1').padStart(2, '0')];
    const found = `${year}-${month}-${day}`;
    return isDay(found) && year >= '1900' && found <= addMonths(today, 12) ? found : null;
  }
  const years = YEARS.exec(plain);
  const months = MONTHS.exec(plain);
  if (!years && !months) return null;
  // Nothing but the age may stand there: "3 years of guarantee" is no birthday.
  const rest = plain
    .replace(YEARS, '')
    .replace(MONTHS, '')
    .replace(/大|old|of age|[零又,\s]|and/gi, '');
  const age = Number(years?.[1] ?? 0) * 12 + Number(months?.[1] ?? 0);
  return rest === '' && age <= 1440 ? addMonths(today, -age) : null;
}
