import { translator } from '@shared/i18n/translator';
import type { Dataset } from './dataset';
import { historyRows } from './findings/history';
import { buyerNames } from './findings/lists/lists';
import type { Behind, BehindRows } from './findings/rows/behind';
import { rowsBehind } from './findings/rows/rows-behind';
import type { Side } from './measures/breakdowns';
import { chanceOfReturn } from './measures/chance-of-return';
import { cohortsOf } from './measures/cohorts';
import { complaintsSection } from './measures/complaints';
import { giftsSection } from './measures/gifts';
import { goodwillSection } from './measures/goodwill';
import { withoutBuyers } from './measures/graduated';
import { type MeasureInput, measureInput } from './measures/input';
import { decimals } from './measures/money';
import { ordersSection } from './measures/orders';
import { periodOf } from './measures/period';
import { promisesSection } from './measures/promises';
import { repeatSection } from './measures/repeat';
import { withoutSamples } from './measures/samples';
import { satisfactionSection } from './measures/satisfaction';
import { choicesOf, EVERYTHING, type MeasureSettings, settledInput } from './measures/settings';
import { dayEnd } from './measures/wall-clock';
import { weekComparison } from './measures/week-comparison';
import { clvSection } from './models/clv-section';
import type { Progress, ReviewOptions } from './options';
import type { Review } from './review';
import { deepened, REVIEW_PARTS } from './review-parts';

/** A part of a review that a cell may ask for by itself. */
export const PART_NAMES = [
  'orders',
  'repeat',
  'cohorts',
  'satisfaction',
  'promises',
  'goodwill',
  'gifts',
  'complaints',
  'week',
  'clv',
  'history',
  'outcomes',
  'promotions',
  'sales',
  'cohortsBy',
  'gaps',
  'rfm',
  'expected',
  'breakdowns',
  'waits',
  'referrals',
  'wishes',
  'records',
  'forecast',
] as const;
export type PartName = (typeof PART_NAMES)[number];

/** What every cell is drawn with, whatever it asks for. */
export type ReviewBase = Pick<Review, 'schema' | 'asOf' | 'tz' | 'currency' | 'period' | 'inputs'>;

/** What a cell is narrowed to; a side that is absent is not. Days are inclusive. */
export type Filter = Readonly<Partial<Record<keyof MeasureSettings, string>>>;
/** The labels each side offers, most orders first; sides the data tell nothing of are absent. */
export type FilterChoices = Readonly<Partial<Record<Side, readonly string[]>>>;

/** A list to choose from by eye; a product beyond it is one nobody asks about. */
const MOST_CHOICES = 60;

/** The data under one filter, with what was already worked out of it. */
interface Ground {
  readonly data: Dataset;
  readonly input: MeasureInput;
  readonly options: ReviewOptions;
  readonly done: Map<PartName, Partial<Review>>;
  values: ReadonlyMap<string, number> | null;
}

/** Parts that multiply with what buyers are expected to be worth: the models come first. */
const AFTER_CLV: readonly PartName[] = ['outcomes', 'breakdowns', 'expected', 'history'];
/** Filters whose data are kept at hand: a cell set back to what it was answers at once. */
const GROUNDS = 8;

/** Computes parts of a review on demand, each once per filter. */
export interface PartSource {
  readonly base: ReviewBase;
  readonly choices: FilterChoices;
  /** The named parts with their reasons; `null` when cancelled. */
  readonly parts: (
    names: readonly PartName[],
    filter: Filter,
    progress: Progress,
  ) => Promise<Partial<Review> | null>;
  /** The rows behind a number that was counted under a filter. */
  readonly behind: (of: Behind, filter: Filter) => BehindRows;
}

/**
 * The parts of a review one by one, for cells with settings of their own: what no cell asks for is not computed,
 * and with an empty filter every part is the one `buildReview` gives.
 */
export function partSource(read: Dataset, options: ReviewOptions): PartSource {
  const all = withoutSamples(read);
  const whole = measureInput(all, options);
  const grounds = new Map<string, Ground>();
  const groundOf = (filter: Filter): Ground => {
    const settings = { ...EVERYTHING, ...filter };
    const key = JSON.stringify(settings, Object.keys(EVERYTHING));
    const ground = grounds.get(key) ?? makeGround(all, options, whole, settings);
    grounds.delete(key);
    grounds.set(key, ground);
    const [oldest] = grounds.keys();
    if (grounds.size > GROUNDS && oldest !== undefined) grounds.delete(oldest);
    return ground;
  };
  const { asOf } = whole;
  const choices = Object.entries(choicesOf(whole, MOST_CHOICES));
  return {
    base: {
      schema: 'review/1',
      asOf,
      tz: all.timeZone,
      currency: all.currency,
      period: periodOf(asOf),
      inputs: all.inputs,
    },
    choices: Object.fromEntries(choices.map(([side, list]) => [side, list.map(({ label }) => label)])),
    behind: (of, filter) => rowsBehind(of, groundOf(filter).input, buyerNames(all.book)),
    async parts(names, filter, progress) {
      const ground = groundOf(filter);
      const found: Partial<Review>[] = [];
      for (const name of names) {
        const part = await partOf(name, ground, progress);
        if (part === null || progress.signal.aborted) return null;
        found.push(part);
      }
      return Object.assign({}, ...found) as Partial<Review>;
    },
  };
}

function makeGround(
  data: Dataset,
  options: ReviewOptions,
  whole: MeasureInput,
  settings: MeasureSettings,
): Ground {
  const input = settledInput(whole, settings);
  // A ready summary tells nothing but counts: it can't be narrowed.
  const chosen = Object.values(settings).some((value) => value !== null);
  return {
    data: chosen ? { ...data, summaries: null } : data,
    options,
    input,
    done: new Map(),
    values: null,
  };
}

async function partOf(name: PartName, ground: Ground, progress: Progress): Promise<Partial<Review> | null> {
  const known = ground.done.get(name);
  if (known) return known;
  if (AFTER_CLV.includes(name) && (await partOf('clv', ground, progress)) === null) return null;
  const part = name === 'clv' ? await clvPart(ground, progress) : plainPart(name, ground);
  if (part !== null) ground.done.set(name, part);
  return part;
}

async function clvPart(ground: Ground, progress: Progress): Promise<Partial<Review> | null> {
  const { data, input, options } = ground;
  const orders = withoutBuyers(input.orders, input.graduated);
  const told = await clvSection(orders, data.summaries, options, input.asOf, progress);
  if (progress.signal.aborted) return null;
  const { section, reason, values } = told;
  if (values) ground.values = new Map(values.buyers.map((buyer, i) => [buyer, values.value[i]!]));
  if (section === null) return { clv: null, clvReason: reason };
  const names = buyerNames(data.book);
  const top = section.customers.top.map((row) => ({ ...row, name: names.get(row.buyer) ?? row.buyer }));
  const gone = input.graduated.size === 0 ? {} : { graduated: input.graduated.size };
  return { clv: { ...section, ...gone, customers: { top } }, clvReason: reason };
}

/** A section, and the sentence that says why there is none. */
function told<Name extends 'promises' | 'goodwill' | 'gifts' | 'complaints'>(
  name: Name,
  section: Review[Name],
  { input, options }: Ground,
): Partial<Review> {
  const t = translator(options.lang);
  const key = input.book === null ? 'review.none.book' : (`review.none.${name}` as const);
  return { [name]: section, [`${name}Reason`]: section === null ? t(key) : null };
}

function plainPart(name: Exclude<PartName, 'clv'>, ground: Ground): Partial<Review> {
  const { data, options, values } = ground;
  const input: MeasureInput = { ...ground.input, clv: values };
  const { orders, histories, answers, book, purchases, view, asOf, currency } = input;
  const t = translator(options.lang);
  const ordersReason = () =>
    t(data.summaries !== null && orders.count === 0 ? 'review.none.summaries' : 'review.none.orders');
  const noBuyers = () =>
    histories.buyers > 0
      ? null
      : orders.count === 0
        ? ordersReason()
        : t('review.none.buyers', { n: orders.count });
  const deep = <Key extends 'satisfaction' | 'promises' | 'gifts' | 'complaints'>(
    key: Key,
    part: Review[Key],
  ) =>
    deepened({ satisfaction: null, promises: null, gifts: null, complaints: null, [key]: part }, input)[
      key
    ] as Review[Key];
  switch (name) {
    case 'orders': {
      const section = ordersSection(orders, data);
      return { orders: section, ordersReason: section === null ? ordersReason() : null };
    }
    case 'repeat':
      return { repeat: repeatSection(histories, dayEnd(asOf)), repeatReason: noBuyers() };
    case 'cohorts': {
      const own = cohortsOf(orders, histories, asOf, { unit: 'month', digits: decimals(currency) });
      return { cohorts: own, cohortsReason: noBuyers() };
    }
    case 'satisfaction': {
      const own = deep('satisfaction', satisfactionSection(answers, t));
      return { satisfaction: own, satisfactionReason: own === null ? t('review.none.answers') : null };
    }
    case 'promises':
      return told(name, book && promisesSection(book, purchases, view), ground);
    case 'outcomes':
      return told('promises', deep('promises', book && promisesSection(book, purchases, view)), ground);
    case 'goodwill': {
      const chance = chanceOfReturn(repeatSection(histories, dayEnd(asOf)));
      return told(name, book && goodwillSection(book, view, currency, chance), ground);
    }
    case 'gifts':
      return told(name, deep(name, book && giftsSection(book, purchases, view, currency)), ground);
    case 'complaints':
      return told(name, deep(name, book && complaintsSection(book, orders, view, currency)), ground);
    case 'week':
      return { week: weekComparison(orders, histories, book, asOf, currency, data.timeZone) };
    case 'history': {
      const rows = ground.done.get('clv')?.clv ? [] : historyRows(orders, buyerNames(book));
      return rows.length === 0 ? {} : { history: rows };
    }
    default: {
      const part = REVIEW_PARTS[name](input, buyerNames(book));
      return part === undefined ? {} : { [name]: part };
    }
  }
}
