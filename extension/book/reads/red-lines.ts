import { defaultRedLines } from '@shared/red-lines/defaults';
import { type RedLineList, redLineListSchema } from '@shared/red-lines/schema';
import * as v from 'valibot';
import type { OpenBook } from '../open';
import { storedSetting } from './settings';

/** The setting that holds the shop's own list, once it has changed the one it started with. */
export const RED_LINES = 'redLines';
/** How many sentences a hint turned into better ones: a number, no words. */
export const HELD_BACK = 'heldBack';

/** The red lines that hold in this shop (J8): its own list, or the one every shop starts with. */
export async function redLineList(book: OpenBook): Promise<RedLineList> {
  const parsed = v.safeParse(redLineListSchema, await storedSetting(book, RED_LINES));
  return parsed.success ? parsed.output : defaultRedLines;
}
