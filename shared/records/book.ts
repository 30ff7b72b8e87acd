import type * as v from 'valibot';
import { accountSchema } from './account';
import { buyerSchema } from './buyer';
import { complaintSchema } from './complaint';
import { dateSchema } from './date';
import { discountSchema } from './discount';
import { freezeSchema } from './freeze';
import { giftSchema, giftStockSchema } from './gift';
import { guaranteeSchema } from './guarantee';
import { leadSchema } from './lead';
import { messageSchema } from './message';
import { noteSchema } from './note';
import { orderLinkSchema, orderSchema } from './order';
import { packingSchema } from './packing';
import { parcelSchema } from './parcel';
import { personSchema } from './person';
import { pictureSchema } from './picture';
import { platformScoreSchema } from './platform-score';
import { erasureSchema, requestSchema } from './privacy';
import { productSchema } from './product';
import { promiseSchema } from './promise';
import { promotionSchema } from './promotion';
import { referralSchema } from './referral';
import { ruleSchema } from './rule';
import { settingSchema, siteSchema } from './shop';
import { stepSchema } from './step';
import { stockWaitSchema } from './stock-wait';
import { supplySchema } from './supply';
import { templateSchema } from './template';
import { visitSchema } from './visit';
import { waitSchema } from './wait';
import { wishSchema } from './wish';

/** Every table of the book with the schema of its records: the one list that storage, backup and merge share. */
export const BOOK_TABLES = {
  buyers: buyerSchema,
  accounts: accountSchema,
  people: personSchema,
  dates: dateSchema,
  orders: orderSchema,
  orderLinks: orderLinkSchema,
  promises: promiseSchema,
  discounts: discountSchema,
  packing: packingSchema,
  gifts: giftSchema,
  giftStock: giftStockSchema,
  parcels: parcelSchema,
  visits: visitSchema,
  complaints: complaintSchema,
  guarantees: guaranteeSchema,
  leads: leadSchema,
  referrals: referralSchema,
  stockWaits: stockWaitSchema,
  supplies: supplySchema,
  wishes: wishSchema,
  steps: stepSchema,
  notes: noteSchema,
  waits: waitSchema,
  messages: messageSchema,
  products: productSchema,
  templates: templateSchema,
  rules: ruleSchema,
  promotions: promotionSchema,
  pictures: pictureSchema,
  platformScores: platformScoreSchema,
  freezes: freezeSchema,
  requests: requestSchema,
  erasures: erasureSchema,
  sites: siteSchema,
  settings: settingSchema,
} as const;

export type TableName = keyof typeof BOOK_TABLES;
export const TABLE_NAMES = Object.keys(BOOK_TABLES) as readonly TableName[];
export type RecordOf<Table extends TableName> = v.InferOutput<(typeof BOOK_TABLES)[Table]>;
/** What may be written: fields that came later may be left to their usual value. */
export type RecordInput<Table extends TableName> = v.InferInput<(typeof BOOK_TABLES)[Table]>;

/** A whole book, in memory: what a backup holds and the analysis reads. */
export type Book = { readonly [Table in TableName]: readonly RecordOf<Table>[] };

/** A book with nothing in it. */
export function emptyBook(): Book {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as Book;
}
