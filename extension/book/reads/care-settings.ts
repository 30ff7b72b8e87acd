import { type CareSettings, readCareSettings } from '@shared/records/care-settings';
import type { OpenBook } from '../open';
import { storedSetting } from './settings';

/** How far this shop goes in keeping in touch. */
export async function careSettings(book: OpenBook): Promise<CareSettings> {
  return readCareSettings(await storedSetting(book, 'care'));
}
