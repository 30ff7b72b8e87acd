import type { COMPLAINT_CAUSES } from '@shared/records/complaint';
import type { GiftKind } from '@shared/records/gift';
import type { Due, PromiseKind } from '@shared/records/promise';
import type { Money } from '@shared/text/money';

/** What every suggestion carries. */
export interface Suggested {
  /** The sentence of the message it rests on, as it was written: evidence. */
  readonly quote: string;
  /** Where the quote stands in the message, in UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number };
  /** 0–1: how much of what makes such a sentence was there. For sorting, not a probability. */
  readonly confidence: number;
  /** The same for the same words about the same thing: kept by the caller so as never to ask twice. */
  readonly key: string;
}

/** Something the seller has just bound the shop to: goes into the book at one key. */
export type Commitment = Suggested & {
  /** The seller's words for it, the sentence without the rest of the message. */
  readonly what: string;
  readonly amount: Money | null;
  readonly percentOff: number | null;
  readonly due: Due;
} & (
    | { readonly table: 'promise'; readonly kind: PromiseKind }
    | { readonly table: 'discount'; readonly kind: 'now' | 'next' }
    | { readonly table: 'gift'; readonly kind: GiftKind }
  );

/** What a buyer's fact is about; the words are the buyer's own. */
export const FACT_TOPICS = [
  'skin',
  'hair',
  'allergy',
  'health',
  'size',
  'body',
  'child',
  'pet',
  'date',
  'recipient',
  'city',
  'taste',
  'home',
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

export const OCCASIONS = ['birthday', 'anniversary', 'wedding', 'baby'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** A day of the year a buyer named, as far as they said it: fits the book's dates. */
export interface SaidDate {
  readonly occasion: Occasion;
  readonly calendar: 'solar' | 'lunar';
  /** 1–12, in its own calendar; null where they only said that it is soon. */
  readonly month: number | null;
  /** 1–31; null where they named the month only. */
  readonly day: number | null;
  /** In the leap month of the lunar year. */
  readonly leap: boolean;
  /** Its next occurrence, where the day is known. */
  readonly on: string | null;
}

export type Fact = Suggested & {
  readonly topic: FactTopic;
  /** Short enough for a chip: the buyer's words. */
  readonly fact: string;
  /** Whose: the buyer's own, or the word said for somebody behind them ("妈妈", "daughter"). */
  readonly whose: string | null;
  readonly date: SaidDate | null;
  /** Age of a child in months, where it was said. */
  readonly ageMonths: number | null;
};

export type Cause = (typeof COMPLAINT_CAUSES)[number];

export type ComplaintSign = Suggested & {
  readonly cause: Cause;
  /** How loud: 1 named, 2 annoyed, 3 about to leave, report or review. */
  readonly heat: 1 | 2 | 3;
};

/** A price the buyer wishes for (J18). */
export type PriceAsk = Suggested & {
  /** The price they would pay, where they named one. */
  readonly wished: Money | null;
  /** Or what they want taken off. */
  readonly off: Money | null;
  readonly percentOff: number | null;
};

/** What the rules need to know of the world. */
export interface ReadingWorld {
  /** The shop's day. */
  readonly today: string;
  /** The shop's currency, ISO 4217. */
  readonly currency: string;
}
