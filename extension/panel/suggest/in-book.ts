import type { BuyerView } from '@extension/book/reads/buyer';
import type { Commitment, Fact } from '@extension/chat/suggest/types';
import type { Due } from '@shared/records/promise';
import type { Money } from '@shared/text/money';
import { matchKey } from '@shared/text/normalize';
import { alike } from './alike';

/** Messages and records of the same words this far apart are two. */
const SAME_DEED_MS = 36 * 3_600_000;
/** A filled text that was changed a little before it was sent. */
const NEARLY = 0.6;

interface Said {
  readonly what: string;
  readonly quote: string;
  readonly saidAt: string;
  readonly state: string;
  readonly kind?: string;
}

/**
 * Whether the book holds already what a message of the seller promises: picked from it, written down by hand
 * before or after it, or filled from the panel and changed a little.
 *
 * @param at When the message was written, where the page says so.
 */
export function hasCommitment(view: BuyerView | null, commitment: Commitment, at: number | null): boolean {
  if (!view) return false;
  const near = ({ saidAt }: Said) => at === null || Math.abs(Date.parse(saidAt) - at) < SAME_DEED_MS;
  const words = (record: Said) => near(record) && sameWords(record, commitment);
  switch (commitment.table) {
    case 'promise':
      return view.promises.some(
        (record) =>
          words(record) ||
          (record.kind === commitment.kind &&
            (record.state === 'open' || record.state === 'to-be-sent') &&
            sameDue(record.due, commitment.due) &&
            (commitment.due.on === 'day' || (record.kind !== 'other' && near(record))) &&
            sameMoney(record.cost, commitment.amount)),
      );
    case 'discount':
      return view.discounts.some(
        (record) =>
          words(record) ||
          (near(record) &&
            record.when === commitment.kind &&
            record.percentOff === commitment.percentOff &&
            sameMoney(record.amount, commitment.amount)),
      );
    case 'gift':
      return view.gifts.some(words);
  }
}

function sameWords(record: Said, { what, quote, kind, table }: Commitment): boolean {
  /** "Ship tomorrow" and "refund tomorrow" are nearly the same words. */
  const deed = (one: Said) => table !== 'promise' || one.kind === kind || one.kind === 'other';
  const written = [record.quote, record.what].map(matchKey).filter((text) => text !== '');
  const said = [matchKey(quote), matchKey(what)];
  if (said.some((text) => written.some((own) => own === text || own.includes(text)))) return true;
  return record.state === 'to-be-sent' && deed(record) && alike(record.quote, quote) >= NEARLY;
}

function sameDue(a: Due, b: Due): boolean {
  return a.on === b.on && (a.on !== 'day' || b.on !== 'day' || a.day === b.day);
}

/** A sum that one of them leaves open is no other sum. */
function sameMoney(a: Money | null, b: Money | null): boolean {
  return a === null || b === null || (a.minor === b.minor && a.currency === b.currency);
}

/** Whether the buyer's file says it already: as a chip, a date or a person. */
export function hasFact(view: BuyerView | null, { topic, fact, date, whose, quote }: Fact): boolean {
  if (!view) return false;
  const said = matchKey(fact);
  const kept = [...view.buyer.facts, ...view.people.map(({ note, stage }) => `${stage} ${note}`)].map(
    matchKey,
  );
  if (kept.some((text) => text !== '' && (text.includes(said) || said.includes(text)))) return true;
  if (topic === 'recipient')
    return view.packing.some(
      ({ what, recipient }) =>
        whose !== null && matchKey(`${recipient?.to ?? ''} ${what}`).includes(matchKey(whose)),
    );
  if (topic !== 'date' || !date) return false;
  return view.dates.some(
    ({ title, note, calendar, month, day }) =>
      matchKey(note) === matchKey(quote) ||
      matchKey(title) === said ||
      (calendar === date.calendar && month === date.month && (date.day === null || day === date.day)),
  );
}

/** Whether a person of this word stands behind the buyer already. */
export function hasPerson(view: BuyerView | null, whose: string): boolean {
  const key = matchKey(whose);
  return (
    view?.people.some(({ name, relation }) =>
      [name, relation].some((word) => matchKey(word).includes(key)),
    ) ?? false
  );
}
