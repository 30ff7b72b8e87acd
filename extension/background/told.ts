import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Told } from './decide';

/**
 * What the desktop has spoken of. A mark that may be lost (this storage is not durable): at worst something is
 * said twice. Identifiers only, nothing about anybody.
 */
const KEY = 'told';
const toldSchema = v.record(v.string(), v.picklist(['due', 'late']));

export async function readTold(): Promise<Told> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(toldSchema, stored[KEY]);
  return parsed.success ? parsed.output : {};
}

export async function writeTold(told: Told): Promise<void> {
  await browser.storage.local.set({ [KEY]: told });
}
