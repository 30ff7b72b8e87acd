import type { HandedRecord } from '@extension/book/reads/one-buyer';
import type { AnyKey, AnyTranslate } from '@extension/ui/more';
import { platformName } from '@extension/ui/platform-name';
import { dueWords } from '@extension/ui/when';
import { type Day, dayOf } from '@shared/calendar/day';
import { minuteOfDay } from '@shared/calendar/minute';
import type { TableName } from '@shared/records/book';
import { dueSchema } from '@shared/records/promise';
import type { Json } from '@shared/text/json';
import { type Money, moneyToMajor } from '@shared/text/money';
import * as v from 'valibot';

/** How a reader's page says things: its language, its day, the shop's zone. */
export interface Saying {
  readonly t: AnyTranslate;
  readonly lang: string;
  readonly today: Day;
  readonly zone: string;
}

/** Names of records mean nothing to whom they are about; how the program keeps a record is in the file. */
const UNREADABLE =
  /^(id|.*Ids?|data|mime|width|height|by|source|strength|sample|leap|calendar|how|about|channel|coin|waitExact|exact)$/;

/** Fields that hold a word of the program, and where its words for a person stand. */
const CODES: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = {
  promises: { state: 'records.promise.state', kind: 'records.promise.kind' },
  discounts: { state: 'records.discount.state' },
  gifts: { state: 'records.gift.state', kind: 'records.gift.kind' },
  packing: { state: 'records.packing.state', kind: 'records.packing.kind' },
  complaints: { state: 'records.complaint.state' },
  visits: { state: 'records.visit.state' },
  guarantees: { state: 'aftersales.state' },
  dates: { kind: 'care.date.kind' },
  referrals: { state: 'care.referral.state' },
  supplies: { state: 'care.supply.state' },
  stockWaits: { state: 'care.wait.state', kind: 'care.wait.kind' },
  leads: { state: 'people.lead.state' },
};
/** Program words for which no others are written. */
const CODE_FIELDS: ReadonlySet<string> = new Set([
  'state',
  'kind',
  'status',
  'cause',
  'reason',
  'when',
  'moves',
]);
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What of a record a person can read, field by field. */
export function readable(
  table: TableName,
  row: HandedRecord,
  saying: Saying,
): readonly (readonly [field: string, words: string])[] {
  return Object.entries(row).flatMap(([field, value]) => {
    if (UNREADABLE.test(field)) return [];
    const code = CODES[table]?.[field];
    if (!code && CODE_FIELDS.has(field) && (table !== 'gifts' || field !== 'reason')) return [];
    const words = code
      ? saying.t(`${code}.${String(value)}` as AnyKey)
      : field === 'platform'
        ? platformName(String(value), saying.t)
        : wordsOf(value, saying);
    return words === '' ? [] : [[field, words] as const];
  });
}

function wordsOf(value: Json, saying: Saying): string {
  if (value === null || value === false || value === 0) return '';
  if (value === true) return '✓';
  if (typeof value === 'string') return MOMENT.test(value) ? momentWords(value, saying.zone) : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return list(value, '; ', saying);
  if (v.is(dueSchema, value)) return dueWords(value, saying.today, saying.lang, saying.t);
  if ('minor' in value && 'currency' in value) {
    const money = value as unknown as Money;
    return `${moneyToMajor(money)} ${money.currency}`;
  }
  return list(Object.values(value) as Json[], ' · ', saying);
}

function list(values: readonly Json[], between: string, saying: Saying): string {
  return values
    .map((one) => wordsOf(one, saying))
    .filter(Boolean)
    .join(between);
}

/** @example momentWords('2026-11-22T04:05:00Z', 'Asia/Shanghai') // => '2026-11-22 12:05' */
export function momentWords(moment: string, zone: string): string {
  const at = Date.parse(moment);
  const minute = minuteOfDay(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(at, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
