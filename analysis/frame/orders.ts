import { pickLists, type TextLists } from './text-lists';

/** What an export says of its orders besides who, when and how much. */
export interface OrderSides {
  /** Titles of the things bought. */
  readonly product: TextLists;
  /** Where they went: a city with its province or country, never a street. */
  readonly city: TextLists;
  /** Codes of the coupons used. */
  readonly discount: TextLists;
}

/** The sides of some orders, by position. */
export function pickSides(sides: OrderSides, kept: ArrayLike<number>): OrderSides {
  return {
    product: pickLists(sides.product, kept),
    city: pickLists(sides.city, kept),
    discount: pickLists(sides.discount, kept),
  };
}

/**
 * Purchases as columns: one position per order in every array. A million orders in arrays of numbers fit in a
 * few tens of megabytes and are walked in milliseconds; a million objects do not.
 *
 * Times are the shop's wall clock written as if it were UTC (milliseconds): day and month are then plain
 * arithmetic, the same on every computer.
 */
export interface OrderFrame {
  readonly count: number;
  /** Platform names; `platform[i]` points into them. */
  readonly platforms: readonly string[];
  readonly platform: Uint8Array;
  /** Order number, or '' where the source has none and each row is an order. */
  readonly number: readonly string[];
  /** Index into `buyers`, −1 where nobody knows who it was. */
  readonly buyer: Int32Array;
  /** Buyer keys, unique; never a masked name. */
  readonly buyers: readonly string[];
  /** Wall clock of the purchase (paid time, else created), ms as if UTC. */
  readonly time: Float64Array;
  /** What the buyer paid, in 1/10,000 of the major unit: exact integers, fine enough for every export seen. */
  readonly paid: Float64Array;
  /** Money given back, same unit. */
  readonly refund: Float64Array;
  /** 1 where the export says "refunded" without an amount. */
  readonly refundUnknown: Uint8Array;
  /** Item lines in the order. */
  readonly lines: Uint32Array;
  /** Absent where nobody read them. */
  readonly sides?: OrderSides;
}

/** Units of `paid` and `refund` in one major unit. */
export const MONEY_SCALE = 10_000;

/** Answers to "how was it", from review exports and the book's return visits. */
export interface AnswerFrame {
  readonly count: number;
  /** Wall clock of asking, NaN where unknown (a review nobody asked for). */
  readonly askedAt: Float64Array;
  /** Wall clock of answering, NaN where no answer came. */
  readonly answeredAt: Float64Array;
  /** 1–5; NaN where not answered. */
  readonly score: Float64Array;
  /** 0–10 to "would you recommend us"; NaN where not answered. Absent where nobody read it. */
  readonly recommend?: Float64Array;
  readonly buyer: readonly string[];
  readonly order: readonly string[];
}

/** Rows of a ready customer summary (`frequency,recency,T[,monetary_value]`), lifetimes' convention. */
export interface SummaryFrame {
  readonly count: number;
  /** Repeat purchases. */
  readonly x: Float64Array;
  /** Time of the last purchase since the first. */
  readonly tx: Float64Array;
  /** Age: time from the first purchase to the end of observation. */
  readonly T: Float64Array;
  /** Mean spend of repeat purchases, NaN where not given. */
  readonly spend: Float64Array;
  readonly buyer: readonly string[];
}
