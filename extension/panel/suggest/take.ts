import type { Ack } from '@extension/book/ack';
import { editBuyer } from '@extension/book/actions/buyers';
import { type DateInput, recordDate } from '@extension/book/actions/dates';
import { recordDiscount } from '@extension/book/actions/discounts';
import { giveGift } from '@extension/book/actions/gifts';
import { recordPerson } from '@extension/book/actions/people';
import { recordPromise } from '@extension/book/actions/promises';
import type { BuyerView } from '@extension/book/reads/buyer';
import type { Commitment, Fact, SaidDate } from '@extension/chat/suggest/types';
import { NOTHING } from '../forms/prefill';
import type { FormKind, Session } from '../state/session';
import type { BuyerSubject } from '../state/subject';
import type { Offer } from './offers';

/** The form that has to be looked at before anything is written; null where one key is enough. */
export function formOf({ said }: Offer): FormKind | null {
  if (said.sort === 'complaint') return 'complaint';
  if (said.sort !== 'fact') return null;
  if (said.fact.topic === 'recipient') return 'recipient';
  return said.fact.date && !dateOf(said.fact, said.fact.date) ? 'date' : null;
}

/** Writes an offer into this buyer's book, or opens its form filled in. @returns whether it is settled */
export async function takeOffer(
  session: Session,
  subject: BuyerSubject,
  view: BuyerView | null,
  offer: Offer,
): Promise<boolean> {
  const { said } = offer;
  const form = formOf(offer);
  if (form) {
    const quote = quoteOf(offer);
    const what = said.sort === 'fact' ? said.fact.fact : quote;
    const cause = said.sort === 'complaint' ? { cause: said.complaint.cause } : {};
    session.openForm(form, { ...NOTHING, what, quote, ...cause });
    return true;
  }
  const ack =
    said.sort === 'commitment'
      ? takeCommitment(session, subject, said.commitment)
      : said.sort === 'fact'
        ? takeFact(session, subject, view, said.fact, offer.person)
        : null;
  return ack !== null && (await ack).ok;
}

/** The words of the chat it rests on. */
export function quoteOf({ said }: Offer): string {
  if (said.sort === 'commitment') return said.commitment.quote;
  return said.sort === 'fact' ? said.fact.quote : said.complaint.quote;
}

function takeCommitment(session: Session, subject: BuyerSubject, said: Commitment): Promise<Ack> {
  const { book } = session;
  const { who, where } = subject;
  const { what, quote, amount, percentOff, due } = said;
  const shared = { what, quote, where, toBeSent: false };
  switch (said.table) {
    case 'promise':
      return session.run(
        recordPromise(book, who, {
          ...shared,
          kind: said.kind,
          due,
          cost: amount,
          orderNumber: null,
          source: 'suggestion',
        }),
        { key: 'panel.done.promise' },
      );
    case 'discount': {
      const expires = due.on === 'day' ? due.day : null;
      return session.run(
        recordDiscount(book, who, {
          ...shared,
          amount,
          percentOff,
          when: said.kind,
          expires,
          orderNumber: null,
        }),
        { key: 'panel.done.discount' },
      );
    }
    case 'gift':
      return session.run(
        giveGift(book, who, {
          ...shared,
          kind: said.kind,
          reason: '',
          cost: null,
          stockId: null,
          waitSeconds: null,
          waitExact: null,
          place: null,
        }),
        { key: 'panel.done.gift' },
      );
  }
}

function takeFact(
  session: Session,
  { who }: BuyerSubject,
  view: BuyerView | null,
  said: Fact,
  person: string | null,
): Promise<Ack> {
  const { book } = session;
  const date = said.date && dateOf(said, said.date);
  if (date) return session.run(recordDate(book, who, date), { key: 'care.done.date' });
  if (person !== null) {
    const input = { name: person, relation: person, born: null, stage: said.fact, note: said.quote };
    return session.run(recordPerson(book, who, input), {
      key: 'people.done.person',
      params: { name: person },
    });
  }
  const facts = [...(view?.buyer.facts ?? []), said.fact];
  return session.run(editBuyer(book, who, { facts }), { key: 'panel.done.profile' });
}

const USUAL_LEAD = 5;
const KINDS = { birthday: 'birthday', anniversary: 'anniversary', wedding: 'other', baby: 'other' } as const;

/** The date as the book keeps it; null where the day, or the year of what comes once, was not said. */
function dateOf(
  { fact, quote }: Fact,
  { occasion, calendar, month, day, leap, on }: SaidDate,
): DateInput | null {
  const yearly = occasion === 'birthday' || occasion === 'anniversary';
  if (month === null || day === null || (!yearly && on === null)) return null;
  return {
    title: fact,
    kind: KINDS[occasion],
    calendar,
    month,
    day,
    leap,
    year: yearly || on === null ? null : Number(on.slice(0, 4)),
    yearly,
    leadDays: USUAL_LEAD,
    personId: null,
    note: quote,
  };
}
