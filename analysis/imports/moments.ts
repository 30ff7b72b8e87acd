/** A time as written: the wall clock as if UTC, and minutes east of UTC where the text says so. */
export interface WrittenTime {
  readonly wall: number;
  readonly offset: number | null;
}
export type DateOrder = 'dmy' | 'mdy';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  mär: 3,
  mrz: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

const CLOCK = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AP]M)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${CLOCK}${ZONE}$`, 'i');
const DIGITS = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${CLOCK}$`, 'i');
const ALL_DIGITS = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${CLOCK}${ZONE}$`, 'i');
const NAME_FIRST = new RegExp(
  String.raw`^(\p{L}{3,9})\.?[- ](\d{1,2}),?[- ](\d{4}|\d{2})${CLOCK}${ZONE}$`,
  'iu',
);
const NAME_SECOND = new RegExp(
  String.raw`^(\d{1,2})\.?[- ](\p{L}{3,9})\.?[- ](\d{4}|\d{2})${CLOCK}${ZONE}$`,
  'iu',
);

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS[lower] ?? MONTHS[lower.slice(0, 3)] ?? 0;
}

function build(
  year: number,
  month: number,
  day: number,
  clock: readonly (string | undefined)[],
  zone: string | undefined,
): WrittenTime | null {
  const full = year < 100 ? 2000 + year : year;
  let hour = Number(clock[0] ?? 0);
  const [minute, second] = [Number(clock[1] ?? 0), Number(clock[2] ?? 0)];
  const half = clock[3]?.toUpperCase();
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'PM' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59 || full < 1970 || full > 2200) return null;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const wall = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
  return { wall, offset: zone === undefined ? null : offsetMinutes(zone) };
}

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Digits at a place of a text as a number, −1 where one of them is none. */
function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `YYYY-MM-DD`, `YYYY-MM-DD HH:MM` and `YYYY-MM-DD HH:MM:SS`, which most files write, without a regular expression. */
function plainMoment(text: string): WrittenTime | null {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  // The days that only some months have are left to the full reading.
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 28) return null;
  let seconds = 0;
  if (length > 10) {
    if (text.charCodeAt(10) !== 32 || text.charCodeAt(13) !== 58) return null;
    const [hour, minute] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2)];
    const second = length === 19 ? digitsAt(text, 17, 2) : 0;
    if (length === 19 && text.charCodeAt(16) !== 58) return null;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
    seconds = (hour * 60 + minute) * 60 + second;
  }
  return { wall: Date.UTC(year, month - 1, day) + seconds * 1000, offset: null };
}

/**
 * Reads a date as exports write them: ISO, `YYYYMMDD`, `YYYY/M/D`, with or without time and zone; month names
 * (`Jul-21-25`, `3-Mär-26`, `May 1, 2024 9:00:00 AM`); `D/M` or `M/D` only when the order is known.
 *
 * @example parseMoment('1997-01-01', null) // => { wall: 852076800000, offset: null }
 * @example parseMoment('2024-05-01 00:00:05 -0400', null) // => { wall: 1714521605000, offset: -240 }
 * @example parseMoment('05/01/24', null) // => 'ambiguous'
 * @example parseMoment('2024-02-30', null) // => 'bad'
 */
export function parseMoment(text: string, order: DateOrder | null): WrittenTime | 'bad' | 'ambiguous' {
  if (text.length < 6 || text.length > 40) return 'bad';
  const plain = plainMoment(text);
  if (plain !== null) return plain;
  const year = YEAR_FIRST.exec(text);
  if (year) return build(+year[1]!, +year[2]!, +year[3]!, year.slice(4, 8), year[8]) ?? 'bad';
  const digits = DIGITS.exec(text) ?? ALL_DIGITS.exec(text);
  if (digits) return build(+digits[1]!, +digits[2]!, +digits[3]!, digits.slice(4), undefined) ?? 'bad';
  const first = NAME_FIRST.exec(text);
  if (first) return build(+first[3]!, monthOf(first[1]!), +first[2]!, first.slice(4, 8), first[8]) ?? 'bad';
  const second = NAME_SECOND.exec(text);
  if (second)
    return build(+second[3]!, monthOf(second[2]!), +second[1]!, second.slice(4, 8), second[8]) ?? 'bad';
  const numbers = NUMBERS.exec(text);
  if (!numbers) return 'bad';
  if (order === null) return 'ambiguous';
  const [day, month] = order === 'dmy' ? [+numbers[1]!, +numbers[2]!] : [+numbers[2]!, +numbers[1]!];
  return build(+numbers[3]!, month, day, numbers.slice(4, 8), numbers[8]) ?? 'bad';
}
