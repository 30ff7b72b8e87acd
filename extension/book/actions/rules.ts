import type { Change } from '@shared/records/action';
import { newId } from '@shared/records/id';
import type { CareRule } from '@shared/records/rule';
import { type Ack, refuse } from '../ack';
import { creating, type FieldsOf, removing } from '../changes';
import type { OpenBook } from '../open';
import { type Moment, missing, momentOf, present } from './common';
import { promisedState } from './gifts';

/** A rule as the form gives it. */
export type RuleInput = Omit<FieldsOf<'rules'>, 'grades'> & { readonly grades: readonly string[] };

/** Writes a rule of the shop, or changes one (P12). */
export function saveRule(book: OpenBook, id: string | null, input: RuleInput): Promise<Ack> {
  const fields = { ...input, grades: [...input.grades] };
  const change = creating('rules', id ?? newId(book.world), fields);
  return book.commit({ name: 'save-rule', plan: { buyerId: null, changes: [change] } });
}

/** Takes a rule out. What was given by it stays given. */
export function removeRule(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'remove-rule',
    plan: async () =>
      (await present(book, 'rules', id))
        ? { buyerId: null, changes: [removing('rules', id)] }
        : missing('rules', id),
  });
}

/** What a rule gives somebody, in the shop's words. */
export interface RuleGift {
  /** What is given, as it stands in the record; the rule's own words unless another gift was chosen. */
  readonly what: string;
  readonly stockId: string | null;
  /** What the buyer is told; prepared for today. `null` for a gift, which stays a surprise. */
  readonly text: string | null;
}

/**
 * Does for a buyer what a rule asks for: a coupon owed for next time, a gift in the next parcel, a visit planned
 * for today, a greeting. What is said about it is prepared, by the same action.
 */
export function followRule(book: OpenBook, ruleId: string, buyerId: string, gift: RuleGift): Promise<Ack> {
  return book.commit({
    name: 'follow-rule',
    plan: async () => {
      const rule = await present(book, 'rules', ruleId);
      if (!rule) return missing('rules', ruleId);
      if (!(await present(book, 'buyers', buyerId))) return missing('buyers', buyerId);
      if (gift.what === '' && rule.gives !== 'visit') return refuse('invalid', 'the rule gives nothing');
      const moment = await momentOf(book);
      const given = await givenBy(book, rule, buyerId, gift, moment);
      return { buyerId, changes: [...given, ...said(book, rule, buyerId, gift, moment)] };
    },
  });
}

async function givenBy(
  book: OpenBook,
  rule: CareRule,
  buyerId: string,
  gift: RuleGift,
  { id, at, day, by }: Moment,
): Promise<readonly Change[]> {
  const told = { quote: '', saidAt: at, where: null, settledAt: null, by, buyerId, what: gift.what };
  if (rule.gives === 'coupon') {
    return [
      creating('discounts', id, {
        ...told,
        amount: rule.cost,
        percentOff: null,
        when: 'next',
        state: 'owed',
        expires: null,
        orderNumber: null,
        ruleId: rule.id,
      }),
    ];
  }
  if (rule.gives === 'gift') {
    const stock = gift.stockId === null ? undefined : await book.db.giftStock.get(gift.stockId);
    return [
      creating('gifts', id, {
        ...told,
        ...(await promisedState(book, buyerId)),
        kind: 'surprise',
        reason: rule.title,
        cost: stock?.cost ?? rule.cost,
        stockId: gift.stockId,
        waitSeconds: null,
        waitExact: null,
        place: null,
        saidOn: day,
        ruleId: rule.id,
      }),
    ];
  }
  if (rule.gives === 'greeting') return [];
  const unasked = { overall: null, goods: null, delivery: null, service: null };
  return [
    creating('visits', id, {
      ...unasked,
      buyerId,
      what: gift.what,
      orderNumber: null,
      state: 'planned',
      planned: day,
      askedAt: null,
      answeredAt: null,
      by,
      ruleId: rule.id,
    }),
  ];
}

const REASON = { coupon: 'regular', visit: 'visit', greeting: 'greeting', gift: 'other' } as const;

function said(
  book: OpenBook,
  rule: CareRule,
  buyerId: string,
  { text }: RuleGift,
  { id, at, day, by }: Moment,
): readonly Change[] {
  if (text === null || rule.gives === 'gift') return [];
  // A visit's message leads to the visit, a greeting's and a coupon's to the rule that asked for it.
  const aboutId = rule.gives === 'visit' ? id : rule.id;
  return [
    creating('messages', newId(book.world), {
      buyerId,
      text,
      dueOn: day,
      reason: REASON[rule.gives],
      aboutId,
      state: 'prepared',
      preparedAt: at,
      sentAt: null,
      by,
    }),
  ];
}
