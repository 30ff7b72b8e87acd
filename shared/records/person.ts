import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, text } from './fields';

/**
 * Somebody behind a buyer (J19): the baby that drinks the milk, the mother who gets the parcels. Never written
 * to. `graduatedOn`: their need has come to its natural end; that is not a lost buyer.
 */
export const personSchema = stored({
  buyerId: id,
  name: line,
  relation: line,
  born: v.nullable(day),
  /** Where they stand: stage 2, size 110, third grade. */
  stage: line,
  note: text,
  graduatedOn: v.nullable(day),
});
export type Person = v.InferOutput<typeof personSchema>;
