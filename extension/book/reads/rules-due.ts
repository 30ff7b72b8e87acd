import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import { lastProactive } from '@shared/records/contact';
import { dueByRules, RULE_ORDERS, type RuleBuyer, type RuleDue } from '@shared/records/due-by-rules';
import type { CareRule } from '@shared/records/rule';
import type { OpenBook } from '../open';
import { complaining, lastWritten, quietFor, reachable } from './contact';
import { orderCounts } from './order-counts';

/** Candidates looked at for one rule: more than any list of a day shows. */
const LOOKED_AT = 300;

/** Somebody a rule is due for, with their file. */
export type DueBuyer = RuleDue & { readonly buyer: Buyer };

/** Every rule of the shop. */
export async function careRules({ db }: OpenBook): Promise<readonly CareRule[]> {
  return (await db.rules.toArray()).filter(({ deleted }) => !deleted);
}

/** For whom the rules of the shop ask something today (P12). */
export async function rulesDue(book: OpenBook, today: Day): Promise<readonly DueBuyer[]> {
  const rules = (await careRules(book)).filter(({ active }) => active);
  if (rules.length === 0) return [];
  const followed = new Map<string, ReadonlyMap<string, readonly Day[]>>();
  const wanted = new Set<string>();
  for (const rule of rules) {
    const done = await followedDays(book, rule);
    followed.set(rule.id, done);
    for (const id of await candidates(book, rule, done, today)) wanted.add(id);
    // Who was given something this month counts against the cap.
    for (const [id, days] of done)
      if (days.some((day) => day.slice(0, 7) === today.slice(0, 7))) wanted.add(id);
  }
  const buyers = await reachable(book, [...wanted]);
  const ids = [...buyers.keys()];
  const [orders, written, busy] = await Promise.all([
    orderCounts(book, ids),
    lastWritten(book, ids),
    complaining(book),
  ]);
  const known = [...buyers.values()].map(
    ({ id, grade, mayBeWritten }): RuleBuyer => ({
      id,
      grade,
      mayBeWritten,
      orders: orders.get(id) ?? 0,
      complaining: busy.has(id),
      lastProactive: written.get(id) ?? null,
      followed: new Map(rules.map((rule) => [rule.id, followed.get(rule.id)?.get(id) ?? []])),
    }),
  );
  return dueByRules(rules, known, today, await quietFor(book)).map((due) => ({
    ...due,
    buyer: buyers.get(due.buyerId)!,
  }));
}

/** The days on which a rule was followed, by buyer. What was taken back or let go was not followed. */
async function followedDays(
  { db, world }: OpenBook,
  rule: CareRule,
): Promise<ReadonlyMap<string, readonly Day[]>> {
  const day = (moment: string) => dayOf(Date.parse(moment), world.timeZone);
  const [discounts, gifts, visits, messages] = await Promise.all([
    db.discounts.where('ruleId').equals(rule.id).toArray(),
    db.gifts.where('ruleId').equals(rule.id).toArray(),
    db.visits.where('ruleId').equals(rule.id).toArray(),
    rule.gives === 'greeting' ? db.messages.where('aboutId').equals(rule.id).toArray() : [],
  ]);
  const all = [
    ...discounts.filter(({ state }) => state !== 'released').map((one) => ({ one, on: day(one.saidAt) })),
    ...gifts.filter(({ state }) => state !== 'released').map((one) => ({ one, on: one.saidOn })),
    ...visits.map((one) => ({ one, on: one.askedAt ? day(one.askedAt) : (one.planned ?? '') })),
    ...messages.flatMap((one) => {
      const on = lastProactive([one], day);
      return on === null ? [] : [{ one, on }];
    }),
  ].filter(({ one, on }) => !one.deleted && on !== '');
  const days = new Map<string, Day[]>();
  for (const { one, on } of all) days.set(one.buyerId, [...(days.get(one.buyerId) ?? []), on]);
  return days;
}

/** Buyers a rule means for whom it was not followed within its days. */
async function candidates(
  book: OpenBook,
  rule: CareRule,
  done: ReadonlyMap<string, readonly Day[]>,
  today: Day,
): Promise<readonly string[]> {
  const since = addDays(today, -rule.everyDays);
  const lately = (id: string) => done.get(id)?.some((day) => day > since) ?? false;
  const ids =
    rule.grades.length > 0
      ? await book.db.buyers
          .where('grade')
          .anyOf([...rule.grades])
          .primaryKeys()
      : await regulars(book);
  return ids.filter((id) => !lately(id)).slice(0, LOOKED_AT);
}

const known = new WeakMap<object, { readonly links: number; readonly ids: readonly string[] }>();

/** Buyers with orders enough for a rule without grades. Read from the index alone, and only when an order came. */
async function regulars({ db }: OpenBook): Promise<readonly string[]> {
  const links = await db.orderLinks.count();
  const before = known.get(db);
  if (before?.links === links) return before.ids;
  const counts = new Map<string, number>();
  await db.orderLinks.orderBy('buyerId').eachKey((id) => {
    counts.set(String(id), (counts.get(String(id)) ?? 0) + 1);
  });
  const ids = [...counts].filter(([, n]) => n >= RULE_ORDERS).map(([id]) => id);
  known.set(db, { links, ids });
  return ids;
}
