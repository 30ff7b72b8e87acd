import { browser } from 'wxt/browser';
import { FIELDS, type Field } from './engine/health';

/**
 * Which fields of a site were found before, so that a page rebuilt overnight is told from one that never fitted.
 * Names of fields and nothing of the page. May be lost: at worst a rebuilt page is called partly available.
 */
export async function readWorked(adapterId: string): Promise<readonly Field[]> {
  try {
    const stored = await browser.storage.local.get(keyOf(adapterId));
    const names: unknown = stored[keyOf(adapterId)];
    return Array.isArray(names) ? FIELDS.filter((field) => names.includes(field)) : [];
  } catch {
    return [];
  }
}

export async function writeWorked(adapterId: string, fields: readonly Field[]): Promise<void> {
  try {
    await browser.storage.local.set({ [keyOf(adapterId)]: [...fields] });
  } catch {
    // The extension was reloaded under the page, or the disk is full.
  }
}

function keyOf(adapterId: string): string {
  return `worked:${adapterId}`;
}
