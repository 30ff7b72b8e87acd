import type { Day } from '@shared/calendar/day';
import type { Book } from '@shared/records/book';
import type { AnswerFrame, OrderFrame } from '../frame/orders';
import { purchaseDays } from '../models/summary';
import { purchasesOf } from './book-buyers';
import type { OrderLabels } from './breakdown-labels';
import { BUYER_SIDES, ORDER_SIDES, type Side } from './breakdowns';
import { type MeasureInput, sidesInput } from './input';
import { answersBetween, ordersBetween, pickAnswers, pickOrders } from './select';
import { dayEnd, dayStart } from './wall-clock';

/** Everything orders and buyers can be told apart by, and so looked at one by one. */
export const SIDES = [...ORDER_SIDES, ...BUYER_SIDES] as const;

/**
 * What a measure is asked of. Days inclusive. A side names one of its labels, '' stands for those without one,
 * `null` for everything. Platform, product and city choose orders; tag, grade, first product and first discount
 * choose buyers with all their orders.
 */
export interface MeasureSettings extends Readonly<Record<Side, string | null>> {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Everything there is. */
export const EVERYTHING: MeasureSettings = {
  from: null,
  to: null,
  platform: null,
  product: null,
  city: null,
  tag: null,
  grade: null,
  firstProduct: null,
  firstDiscount: null,
};

/** A label one may choose, and how many orders carry it. */
export interface Choice {
  readonly label: string;
  readonly orders: number;
}

/**
 * The labels of each side, most orders first; a side the data tell nothing of is not there.
 *
 * @param most of one side
 */
export function choicesOf(
  { labels }: Pick<MeasureInput, 'labels'>,
  most: number,
): Readonly<Partial<Record<Side, readonly Choice[]>>> {
  const told = SIDES.flatMap((side) => {
    const lists = labels()[side];
    if (lists === undefined) return [];
    const counts = new Uint32Array(lists.texts.length);
    for (let k = 0; k < lists.at.length; k += 1) counts[lists.at[k]!]! += 1;
    const choices = lists.texts
      .map((label, place): Choice => ({ label, orders: counts[place]! }))
      .filter((choice) => choice.orders > 0 && choice.label !== '')
      .sort((a, b) => b.orders - a.orders || (a.label < b.label ? -1 : 1));
    return choices.length === 0 ? [] : [[side, choices.slice(0, most)] as const];
  });
  return Object.fromEntries(told);
}

/**
 * The input of the measures cut to some settings: what the review would have seen of a shop that had only these
 * days, orders and buyers. The book follows its buyers; records of nobody stay.
 */
export function settledInput(input: MeasureInput, settings: MeasureSettings): MeasureInput {
  const chosen = SIDES.filter((side) => settings[side] !== null);
  const matching = chosen.length === 0 ? input.orders : ordersLike(input.orders, settings, input.labels());
  const asOf = settings.to !== null && settings.to < input.asOf ? settings.to : input.asOf;
  const start = settings.from === null ? -Infinity : dayStart(settings.from);
  const orders = ordersBetween(matching, start, dayEnd(asOf));
  const kept = chosen.length === 0 ? null : buyersOf(matching, input.book, settings);
  const book = kept === null || input.book === null ? input.book : bookOf(input.book, kept);
  const answers = kept === null ? input.answers : answersOf(input.answers, kept, matching);
  const from = later(settings.from, input.view.from);
  return {
    ...input,
    ...sidesInput(orders, book, input.currency),
    days: purchaseDays(orders, asOf),
    answers: answersBetween(answers, start, dayEnd(asOf)),
    book,
    purchases: book === null ? new Map() : purchasesOf(orders, book),
    view: { ...input.view, from, asOf },
    asOf,
  };
}

function ordersLike(orders: OrderFrame, settings: MeasureSettings, labels: OrderLabels): OrderFrame {
  const wanted = SIDES.flatMap((side) => {
    const label = settings[side];
    if (label === null) return [];
    const lists = labels[side];
    return [{ lists, place: lists?.texts.indexOf(label) ?? -1, none: label === '' }];
  });
  const kept: number[] = [];
  for (let index = 0; index < orders.count; index += 1) {
    const fits = wanted.every(({ lists, place, none }) => {
      // A side nobody tells of: every order is one without a label.
      if (lists === undefined) return none;
      const [from, to] = [lists.start[index]!, lists.start[index + 1]!];
      if (none && from === to) return true;
      for (let k = from; k < to; k += 1) if (lists.at[k] === place) return true;
      return false;
    });
    if (fits) kept.push(index);
  }
  return kept.length === orders.count ? orders : pickOrders(orders, kept);
}

/** Keys of the buyers who are looked at: those of the orders, and people of the book who bear the tag or grade. */
function buyersOf(orders: OrderFrame, book: Book | null, settings: MeasureSettings): ReadonlySet<string> {
  const kept = new Set<string>();
  for (let index = 0; index < orders.count; index += 1) {
    const column = orders.buyer[index]!;
    if (column >= 0) kept.add(orders.buyers[column]!);
  }
  const { tag, grade } = settings;
  // Who is chosen by what was bought must have bought; a tag or a grade one has without an order.
  const others = SIDES.some((side) => side !== 'tag' && side !== 'grade' && settings[side] !== null);
  if (others || book === null) return kept;
  for (const buyer of book.buyers) {
    const tagged = tag === null || (tag === '' ? buyer.tags.length === 0 : buyer.tags.includes(tag));
    if (!buyer.deleted && tagged && (grade === null || buyer.grade === grade)) kept.add(buyer.id);
  }
  return kept;
}

function bookOf(book: Book, kept: ReadonlySet<string>): Book {
  const stays = (row: object) =>
    !('buyerId' in row && typeof row.buyerId === 'string') || kept.has(row.buyerId);
  const tables = Object.entries(book).map(([table, rows]) => [
    table,
    (rows as readonly object[]).filter(stays),
  ]);
  return {
    ...(Object.fromEntries(tables) as unknown as Book),
    buyers: book.buyers.filter((buyer) => kept.has(buyer.id)),
  };
}

const later = (one: Day | null, other: Day | null) =>
  one === null || (other !== null && other > one) ? other : one;

/** What these buyers answered, and what was answered about these orders. */
function answersOf(frame: AnswerFrame, kept: ReadonlySet<string>, orders: OrderFrame): AnswerFrame {
  const numbers = new Set(orders.number);
  const own = frame.buyer.flatMap((buyer, index) =>
    kept.has(buyer) || (frame.order[index] !== '' && numbers.has(frame.order[index]!)) ? [index] : [],
  );
  return own.length === frame.count ? frame : pickAnswers(frame, own);
}
