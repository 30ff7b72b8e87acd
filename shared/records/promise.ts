import * as v from 'valibot';
import { type Day, daysBetween } from '../calendar/day';
import { stored } from './envelope';
import { day, id, line, moment, money, place, since, text } from './fields';

/** When a promise falls due: on a day, or when something happens. */
export const dueSchema = v.variant('on', [
  v.strictObject({ on: v.literal('day'), day }),
  v.strictObject({ on: v.literal('next-chat') }),
  v.strictObject({ on: v.literal('next-order') }),
  v.strictObject({ on: v.literal('back-in-stock'), what: line }),
  v.strictObject({ on: v.literal('shipped'), plusDays: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ on: v.literal('open') }),
]);
export type Due = v.InferOutput<typeof dueSchema>;

export const PROMISE_KINDS = ['ship', 'goods', 'refund', 'replace', 'card', 'tell', 'other'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/**
 * What is stored. Near, due and late are not states but the day's view of an open promise (`standing`).
 * `to-be-sent`: the words were filled into the reply box, but not yet seen as sent (J2).
 */
export const PROMISE_STATES = ['to-be-sent', 'open', 'kept', 'broken', 'renegotiated', 'released'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** A promise (P3): what exactly was promised, in which words, until when, and what became of it. */
export const promiseSchema = stored({
  buyerId: id,
  what: text,
  kind: v.picklist(PROMISE_KINDS),
  state: v.picklist(PROMISE_STATES),
  due: dueSchema,
  /** The seller's own words in the chat; evidence, never edited. */
  quote: text,
  saidAt: moment,
  where: v.nullable(place),
  cost: v.nullable(money),
  orderNumber: v.nullable(line),
  settledAt: v.nullable(moment),
  /** The day it was settled, in the shop's zone. */
  settledOn: v.nullable(day),
  /** Who promised. */
  by: line,
  /** Not shown in Today before this day: the seller put it off. The due day stands. */
  snoozedUntil: since(v.nullable(day), null),
  /** When the buyer was told that it is done. */
  toldAt: since(v.nullable(moment), null),
  /** The promise this one took the place of when another day was agreed. */
  replaces: since(v.nullable(id), null),
  /** The complaint it is the remedy of (J12). */
  complaintId: since(v.nullable(id), null),
  /** How it came into the book: said in a chat, read in an order's memo (J17), written by a template (P22). */
  source: since(v.picklist(['seller', 'memo', 'template', 'remedy', 'suggestion']), 'seller'),
});
export type Promised = v.InferOutput<typeof promiseSchema>;

export type Standing =
  | 'to-be-sent'
  | 'pending'
  | 'near'
  | 'due'
  | 'late'
  | 'kept'
  | 'kept-late'
  | 'broken'
  | 'renegotiated'
  | 'released';

/** Days before the due day from which an open promise is *near*. */
export const NEAR_DAYS = 2;

/**
 * How a promise stands on a given day. A promise without a day is pending until it is settled.
 *
 * @example standing({ state: 'open', due: { on: 'day', day: '2026-11-27' }, settledOn: null }, '2026-11-26') // => 'near'
 */
export function standing(promise: Pick<Promised, 'state' | 'due' | 'settledOn'>, today: Day): Standing {
  const dueDay = promise.due.on === 'day' ? promise.due.day : null;
  if (promise.state === 'kept') {
    return dueDay !== null && promise.settledOn !== null && promise.settledOn > dueDay ? 'kept-late' : 'kept';
  }
  if (promise.state !== 'open') return promise.state;
  if (dueDay === null) return 'pending';
  const left = daysBetween(today, dueDay);
  if (left < 0) return 'late';
  if (left === 0) return 'due';
  return left <= NEAR_DAYS ? 'near' : 'pending';
}
