import * as v from 'valibot';
import { stored } from './envelope';
import { count, id, line, moment } from './fields';

/** Bytes of the largest picture kept, before base64; larger ones are scaled down when pasted. */
export const PICTURE_LIMIT = 600_000;

/** A picture (J13: evidence of a complaint; P22: of a template), as base64, on the owner's disk only. */
export const pictureSchema = stored({
  buyerId: v.nullable(id),
  /** The table and record it belongs to. */
  about: line,
  aboutId: id,
  mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
  data: v.pipe(v.string(), v.maxLength(Math.ceil(PICTURE_LIMIT / 3) * 4), v.base64()),
  width: count,
  height: count,
  takenAt: moment,
  by: line,
});
export type Picture = v.InferOutput<typeof pictureSchema>;
