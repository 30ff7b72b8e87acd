import type { SupplyInput } from '@extension/book/actions/supplies';
import { runOut } from '@extension/book/reads/supply-pace';
import type { AnyKey } from '@extension/ui/more';
import { type Day, isDay } from '@shared/calendar/day';
import { readMonthDay } from '@shared/calendar/month-day';
import { pastDay } from '@shared/calendar/past';
import { parseDue } from '@shared/calendar/phrases';
import type { Product } from '@shared/records/product';
import { isOf, ownPace, type Purchase, runOutDay } from '@shared/records/run-out';
import type { Supply } from '@shared/records/supply';

/** The fields of a supply as they are typed. */
export type SupplyTyped = {
  readonly what: string;
  readonly amount: string;
  readonly daily: string;
  readonly unit: string;
  readonly boughtOn: string;
  readonly personId: string;
};

export const SUPPLY_LABELS: Readonly<Record<keyof SupplyTyped, AnyKey>> = {
  what: 'panel.form.what',
  amount: 'care.supply.amount',
  daily: 'care.supply.daily',
  unit: 'care.supply.unit',
  boughtOn: 'care.supply.boughtOn',
  personId: 'care.supply.user',
};

export const BLANK_SUPPLY: SupplyTyped = {
  what: '',
  amount: '',
  daily: '',
  unit: '',
  boughtOn: '',
  personId: '',
};

/**
 * A supply as it would have been typed. The daily use is typed out: what was worked out from the buyer's own pace
 * then is what the shop knows of it now.
 */
export function typedSupply({ what, amount, daily, unit, boughtOn, personId }: Supply): SupplyTyped {
  return {
    what,
    amount: String(amount),
    daily: String(Number(daily.toPrecision(3))),
    unit,
    boughtOn,
    personId: personId ?? '',
  };
}

/** The product meant by some words: the one of that name, else the one whose name or other names they hold. */
export function productNamed(products: readonly Product[], what: string): Product | null {
  const words = what.trim();
  if (words === '') return null;
  const exact = products.find(({ name }) => name === words);
  return exact ?? products.find(({ name, aliases }) => isOf(words, [name, ...aliases])) ?? null;
}

export interface SupplyReading {
  readonly input: SupplyInput;
  /** How the day was found. */
  readonly by: 'own-pace' | 'product' | 'amount';
}

/** A number as typed; `null` when it is none above zero. */
function above(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) && number > 0 ? number : null;
}

/**
 * What was typed as a supply to keep, with the day it runs out; `null` while that can't be told. A daily use that
 * is typed outweighs all; else the buyer's own pace, else how long the product lasts.
 *
 * @param purchases When they bought this before.
 */
export function readSupply(
  typed: SupplyTyped,
  product: Product | null,
  purchases: readonly Purchase[],
  today: Day,
): SupplyReading | null {
  const boughtOn =
    readBoughtOn(typed.boughtOn, today) ?? (typed.boughtOn.trim() === '' ? lastOf(purchases, today) : null);
  const amount = above(typed.amount) ?? (typed.amount.trim() === '' ? 1 : null);
  if (boughtOn === null || amount === null || typed.what.trim() === '') return null;
  const base = {
    personId: typed.personId || null,
    productId: product?.id ?? null,
    what: typed.what.trim(),
    boughtOn,
    amount,
    unit: typed.unit.trim(),
  };
  const made = (daily: number, runsOutOn: Day | null, by: SupplyReading['by']): SupplyReading | null =>
    runsOutOn === null ? null : { input: { ...base, daily, runsOutOn }, by };
  if (typed.daily.trim() !== '') {
    const daily = above(typed.daily);
    return daily === null ? null : made(daily, runOutDay(boughtOn, amount, daily), 'amount');
  }
  const own = ownPace(purchases);
  if (own !== null) return made(1 / own, runOut({ ...base, daily: 1 / own }, purchases), 'own-pace');
  const lasts = product?.lastsDays ?? null;
  return lasts === null ? null : made(1 / lasts, runOutDay(boughtOn, amount, 1 / lasts), 'product');
}

/** A day that is past, as it is typed: today, yesterday, 11-20, last week; `null` when it is not understood. */
function readBoughtOn(text: string, today: Day): Day | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const written = readMonthDay(plain);
  if (written && written.lunar !== true) {
    const two = (part: number) => String(part).padStart(2, '0');
    const day = (year: number) => `${year}-${two(written.month)}-${two(written.day)}`;
    const year = Number(today.slice(0, 4));
    const found = day(written.year ?? (day(year) > today ? year - 1 : year));
    return isDay(found) && found <= today ? found : null;
  }
  const due = parseDue(plain, today)?.due;
  if (due?.on === 'day' && due.day === today) return today;
  return pastDay(plain, today);
}

function lastOf(purchases: readonly Purchase[], today: Day): Day {
  return purchases.at(-1)?.day ?? today;
}
