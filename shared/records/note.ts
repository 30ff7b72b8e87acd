import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, text } from './fields';

/** A note on a buyer. Private: it is drawn yellow and enters no message. */
export const noteSchema = stored({ buyerId: id, text, notedAt: moment, pinned: v.boolean(), by: line });
export type Note = v.InferOutput<typeof noteSchema>;
