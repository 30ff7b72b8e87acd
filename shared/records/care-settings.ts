import { HOLIDAY_IDS, type HolidayId } from '../calendar/holidays';
import type { Json } from '../text/json';

/** How far the shop goes in keeping in touch (J5, J6). All of it can be changed by the owner. */
export interface CareSettings {
  /** Return visits suggested on one day. */
  readonly visitsPerDay: number;
  /** Days after delivery before a buyer is asked how it was. */
  readonly visitAfterDays: number;
  /** Days after which an asking without an answer counts as unanswered. */
  readonly noAnswerDays: number;
  /** Days before something runs out from which the buyer is told. */
  readonly runOutDays: number;
  /** Days for which goods are held. */
  readonly holdDays: number;
  /** Promises this shop can keep on one day; 0: it has not said so. */
  readonly promisesPerDay: number;
  /** Holidays for which a greeting is prepared, and the grades that get one. */
  readonly holidays: readonly HolidayId[];
  readonly holidayGrades: readonly string[];
}

export const CARE_SETTINGS: CareSettings = {
  visitsPerDay: 3,
  visitAfterDays: 2,
  noAnswerDays: 7,
  runOutDays: 7,
  holdDays: 3,
  promisesPerDay: 0,
  holidays: [],
  holidayGrades: ['A'],
};

/** The numbers an owner may set, each with the most that makes sense. */
export const CARE_NUMBERS = {
  visitsPerDay: 50,
  visitAfterDays: 29,
  noAnswerDays: 60,
  runOutDays: 60,
  holdDays: 60,
  promisesPerDay: 500,
} as const satisfies Partial<Record<keyof CareSettings, number>>;
export type CareNumber = keyof typeof CARE_NUMBERS;

/**
 * The setting `care`. What is missing or makes no sense is as usual, so that an old or a foreign book is read.
 *
 * @example readCareSettings({ visitsPerDay: 5, holidayGrades: ['A', 'B'] }).visitsPerDay // => 5
 * @example readCareSettings({ visitsPerDay: -1 }).visitsPerDay // => 3
 */
export function readCareSettings(value: Json | undefined): CareSettings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return CARE_SETTINGS;
  const given = value as Readonly<Record<string, Json>>;
  const numbers = Object.fromEntries(
    (Object.keys(CARE_NUMBERS) as CareNumber[]).map((name) => [
      name,
      isCareNumber(name, given[name]) ? given[name] : CARE_SETTINGS[name],
    ]),
  );
  const lines = (list: Json | undefined) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string' && one !== '') : null;
  const holidays = lines(given.holidays);
  return {
    ...CARE_SETTINGS,
    ...numbers,
    holidays: holidays ? HOLIDAY_IDS.filter((id) => holidays.includes(id)) : CARE_SETTINGS.holidays,
    holidayGrades: lines(given.holidayGrades) ?? CARE_SETTINGS.holidayGrades,
  };
}

/** @example isCareNumber('visitsPerDay', 51) // => false */
export function isCareNumber(name: CareNumber, value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= CARE_NUMBERS[name];
}
