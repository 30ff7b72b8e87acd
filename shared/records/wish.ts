import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, text } from './fields';

/** What a buyer wished the shop had or did (P21); most good new products come from users. */
export const wishSchema = stored({
  buyerId: id,
  what: text,
  productId: v.nullable(id),
  notedAt: moment,
  /** What the shop did about it; empty while nothing. */
  answer: text,
  by: line,
});
export type Wish = v.InferOutput<typeof wishSchema>;
