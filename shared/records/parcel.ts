import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment } from './fields';

/**
 * A parcel that was packed (P7, J12). It names what went in, because a standing wish stays open and an order
 * looks the same before and after packing: without this record nobody could tell tomorrow what was done
 * today. Packed is not shipped.
 */
export const parcelSchema = stored({
  buyerId: id,
  platform: v.nullable(line),
  /** `null`: a parcel without an order, e.g. a replacement sent after a complaint. */
  orderNumber: v.nullable(line),
  packedAt: moment,
  /** The day it was packed, in the shop's zone. */
  packedOn: day,
  shippedAt: v.nullable(moment),
  noteIds: v.array(id),
  giftIds: v.array(id),
  promiseIds: v.array(id),
  by: line,
});
export type PackedParcel = v.InferOutput<typeof parcelSchema>;
