import { addDays, type Day, weekday } from './day';

/** The days of a shop's year, in the order in which they come. */
export const HOLIDAY_IDS = [
  'new-year',
  'lunar-new-year',
  'lantern',
  'valentine',
  'women',
  'labour',
  'mothers',
  'dragon-boat',
  'june-18',
  'fathers',
  'double-seventh',
  'mid-autumn',
  'teachers',
  'national',
  'double-ninth',
  'november-11',
  'thanksgiving',
  'december-12',
  'winter-solstice',
  'christmas',
] as const;
export type HolidayId = (typeof HOLIDAY_IDS)[number];

/** The day a date of the lunar year falls on; never a leap month, no holiday lies in one. */
type Lunar = (year: number, month: number, day: number, leap: boolean) => Day | null;

/** n-th weekday of a month, 1 = Monday … 7 = Sunday. */
interface Nth {
  readonly month: number;
  readonly weekday: number;
  readonly n: number;
}
type Rule =
  | { readonly solar: readonly [month: number, day: number] }
  | { readonly lunar: readonly [month: number, day: number] }
  | { readonly nth: Nth };

const RULES: Readonly<Record<Exclude<HolidayId, 'winter-solstice'>, Rule>> = {
  'new-year': { solar: [1, 1] },
  'lunar-new-year': { lunar: [1, 1] },
  lantern: { lunar: [1, 15] },
  valentine: { solar: [2, 14] },
  women: { solar: [3, 8] },
  labour: { solar: [5, 1] },
  mothers: { nth: { month: 5, weekday: 7, n: 2 } },
  'dragon-boat': { lunar: [5, 5] },
  'june-18': { solar: [6, 18] },
  fathers: { nth: { month: 6, weekday: 7, n: 3 } },
  'double-seventh': { lunar: [7, 7] },
  'mid-autumn': { lunar: [8, 15] },
  teachers: { solar: [9, 10] },
  national: { solar: [10, 1] },
  'double-ninth': { lunar: [9, 9] },
  'november-11': { solar: [11, 11] },
  thanksgiving: { nth: { month: 11, weekday: 4, n: 4 } },
  'december-12': { solar: [12, 12] },
  christmas: { solar: [12, 25] },
};

/** A holiday as it falls. */
export interface Holiday {
  readonly id: HolidayId;
  readonly on: Day;
}

/**
 * The day a holiday falls on in a year; `null` for a lunar year that is not known.
 *
 * @param lunar Turns a date of the lunar calendar into a day; only asked for holidays of that calendar.
 *
 * @example holidayOn('mothers', 2026, () => null) // => '2026-05-10'
 * @example holidayOn('november-11', 2026, () => null) // => '2026-11-11'
 */
export function holidayOn(id: HolidayId, year: number, lunar: Lunar): Day | null {
  if (id === 'winter-solstice') return winterSolstice(year);
  const rule = RULES[id];
  if ('lunar' in rule) return lunar(year, rule.lunar[0], rule.lunar[1], false);
  if ('solar' in rule) return dayAt(year, rule.solar[0], rule.solar[1]);
  const { month, weekday: wanted, n } = rule.nth;
  const first = dayAt(year, month, 1);
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + (n - 1) * 7);
}

/**
 * The next of some holidays, each once, the nearest first.
 *
 * @example nextHolidays(['christmas', 'november-11'], '2026-11-22', () => null) // => [{ id: 'christmas', on: '2026-12-25' }, { id: 'november-11', on: '2027-11-11' }]
 */
export function nextHolidays(ids: readonly HolidayId[], from: Day, lunar: Lunar): readonly Holiday[] {
  const year = Number(from.slice(0, 4));
  return ids
    .flatMap((id): readonly Holiday[] => {
      const on = [year, year + 1].map((one) => holidayOn(id, one, lunar)).find((day) => day && day >= from);
      return on ? [{ id, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** 21 or 22 December in Beijing; the usual formula for the years 2001–2099, with its one year that is off by a day. */
function winterSolstice(year: number): Day {
  const short = year % 100;
  const day = Math.floor(short * 0.2422 + 21.94) - Math.floor(short / 4);
  return dayAt(year, 12, year === 2021 ? day - 1 : day);
}

function dayAt(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
