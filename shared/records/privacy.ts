import * as v from 'valibot';
import { stored } from './envelope';
import { count, day, line, moment } from './fields';

/** One buyer's data was shown, handed out or erased on request: that it was done, without whose it was. */
export const requestSchema = stored({
  kind: v.picklist(['exported', 'erased', 'retention']),
  at: moment,
  /** Records concerned. */
  records: count,
  by: line,
});
export type PrivacyRequest = v.InferOutput<typeof requestSchema>;

/** A buyer who was erased: a salted hash of the identifier, so that an older backup can't bring them back. */
export const erasureSchema = stored({ hash: line, salt: line, erasedOn: day });
export type Erasure = v.InferOutput<typeof erasureSchema>;
