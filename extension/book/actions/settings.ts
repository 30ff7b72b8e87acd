import type { Json } from '@shared/text/json';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { settingId } from '../reads/settings';

/** Sets a setting of the shop. */
export function saveSetting(book: OpenBook, key: string, value: Json): Promise<Ack> {
  const change = creating('settings', settingId(key), { key, value });
  return book.commit({ name: 'save-setting', plan: { buyerId: null, changes: [change] } });
}
