import type { OrderStatus } from '@shared/records/order';
import type { DateOrder } from '../moments';

/** A column by its header; several names where exports differ (the first present is taken). */
export type Column = string | readonly string[];

/** The fields an order export may hold. What is not named is not in the export. */
export interface OrderColumns {
  readonly order?: Column;
  /** Sub-order or line number: with it, two files that overlap in one line do not count it twice. */
  readonly line?: Column;
  /** The platform's key of the buyer, never a masked name. */
  readonly buyer?: Column;
  /** Read where the buyer's cell is empty. */
  readonly buyerElse?: Column;
  readonly buyerName?: Column;
  readonly createdAt?: Column;
  /** Time of day, where it stands apart from the day. */
  readonly clock?: Column;
  /** Name of the time zone of `createdAt`, where each row says it. */
  readonly zone?: Column;
  readonly paidAt?: Column;
  readonly shippedAt?: Column;
  readonly completedAt?: Column;
  /** Filled only on cancelled orders. */
  readonly cancelledAt?: Column;
  readonly status?: Column;
  readonly afterSale?: Column;
  readonly paid?: Column;
  readonly refund?: Column;
  /** What is left to pay after a refund, where the export gives that instead of the refund. */
  readonly adjusted?: Column;
  readonly currency?: Column;
  readonly unitPrice?: Column;
  readonly quantity?: Column;
  /** The key of the thing sold: cancellations are matched by it. */
  readonly item?: Column;
  readonly title?: Column;
  readonly variant?: Column;
  readonly sku?: Column;
  readonly buyerMessage?: Column;
  readonly sellerMemo?: Column;
  /** The courier's number on the waybill. */
  readonly courier?: Column;
  /** The coloured flag (or grade of urgency) the shop gave the order. */
  readonly flag?: Column;
  /** Code of the coupon used. */
  readonly discount?: Column;
  readonly region?: readonly string[];
}
export type OrderField = keyof OrderColumns;

/** How a file is recognised: by headers it has and headers it has not. */
export interface Signature {
  readonly all: readonly string[];
  readonly none?: readonly string[];
}

interface Base {
  /** Name in reports, as in the published list of formats. */
  readonly name: string;
  readonly signature: Signature;
  /** Encoding of files that are not Unicode. */
  readonly legacy?: string;
  /** False where a quotation mark is a character like any other. */
  readonly quoted?: boolean;
  readonly dateOrder?: DateOrder;
  /** Minutes east of UTC of times that name no zone; absent: the shop's own local time. */
  readonly offset?: number;
  /** True where each time names its zone. */
  readonly zoned?: boolean;
}

/** An export of orders, or of their lines. */
export interface OrderFormat extends Base {
  readonly kind: 'orders';
  readonly platform: string;
  readonly columns: OrderColumns;
  /** `order`: rows with one order number are one order. `line`: each row (sub-order) stands for itself. */
  readonly unit: 'order' | 'line';
  /** Amounts of an order's rows: `once` where they repeat or stand on one row only, `sum` where each row has its own. */
  readonly money: 'once' | 'sum';
  /** How refunds combine, where not as `money` does. */
  readonly refunds?: 'once' | 'sum';
  /** From an order's second row on its number is blank: the row belongs to the one above. */
  readonly fillDown?: boolean;
  /** `row`: a cancelled row leaves its order's other rows alone. `order`: one state for all rows. */
  readonly states: 'row' | 'order';
  /** Fixed currency; `sign`: by the sign in the amount; `column`: by `columns.currency`; null: not said. */
  readonly currency: string | null;
  /** Status words (canonical, lower case) and what they mean. Others are unknown: then only a paid date counts. */
  readonly statuses: Readonly<Record<string, OrderStatus>>;
  /** Words of `afterSale` (or of `status`) that say "refunded" without an amount. */
  readonly refundWords?: readonly string[];
  /** Words that stand for "no amount" in money columns. */
  readonly noAmount?: readonly string[];
  /** Amount columns added and taken off, where the export has no total. */
  readonly paidParts?: { readonly plus: readonly string[]; readonly minus: readonly string[] };
  /** Amounts taken off; one that is not 0 tells of a discount where no code does. */
  readonly discounts?: readonly string[];
  /** Amounts by which the price was changed by hand: one below 0 is a discount, one above it is none. */
  readonly priceChanges?: readonly string[];
  /** What the order came to before anything was taken off: where less was paid there was a discount. */
  readonly fullPrice?: string;
  /** True where each order in the file has been paid (no status, no paid date). */
  readonly alwaysPaid?: boolean;
  /** Order numbers beginning so are cancellations of earlier orders. */
  readonly cancellationPrefix?: string;
  /** Words of `status` that say "this row takes an earlier one back". */
  readonly cancellationWords?: readonly string[];
  /** Order numbers begin with their day, `YYMMDD`: the way out where the date cell is empty. */
  readonly dayInNumber?: boolean;
  /** `Name (username)`: the key is what stands in the brackets. */
  readonly buyerInBrackets?: boolean;
  readonly decimalComma?: boolean;
  /** When two kinds of export tell of the same order, the higher one is believed. */
  readonly authority: number;
}

/** An export of reviews or of answers to a question. */
export interface AnswerFormat extends Base {
  readonly kind: 'answers';
  readonly columns: {
    readonly score?: Column;
    /** Answers 0–10 to "would you recommend us". */
    readonly recommend?: Column;
    readonly answeredAt?: Column;
    readonly askedAt?: Column;
    readonly buyer?: Column;
    readonly order?: Column;
  };
  readonly spam?: { readonly column: string; readonly words: readonly string[] };
}

/** A ready customer summary (`frequency, recency, T`). */
export interface SummaryFormat extends Base {
  readonly kind: 'summary';
}

/** What a list of customers may tell of each. Columns that stand side by side are joined. */
export interface CustomerColumns {
  /** The platform's key of the buyer, the same as in its orders. */
  readonly key?: Column;
  readonly name?: readonly string[];
  readonly nickname?: Column;
  readonly phone?: Column;
  readonly address?: readonly string[];
  readonly area?: readonly string[];
  readonly birthday?: Column;
  readonly grade?: Column;
  readonly source?: Column;
  /** Several in one cell, with commas between them. */
  readonly tags?: Column;
  readonly note?: Column;
}

/** A list of customers: no orders, no money of its own. */
export interface CustomerFormat extends Base {
  readonly kind: 'customers';
  /** Whose accounts they are; `null`: the shop's own list. */
  readonly platform: string | null;
  readonly columns: CustomerColumns;
}

/** An export without orders of its own: item lists to be read beside the order list. */
export interface SideFormat extends Base {
  readonly kind: 'items';
  /** Column of ids, looked at to see that no spreadsheet has rounded them. */
  readonly key?: Column;
  /** The format that must be among the files for this one to be of use. */
  readonly needs?: string;
}

export type Format = OrderFormat | AnswerFormat | SummaryFormat | SideFormat | CustomerFormat;

/** Times of Chinese marketplaces carry no zone: Beijing time, which has no summer time. */
export const BEIJING = 480;
