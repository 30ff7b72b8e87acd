import type { GiftStock } from '@shared/records/gift';
import type { OpenBook } from '../open';

/** Every line of gift stock, by name. */
export async function giftStock({ db }: OpenBook): Promise<readonly GiftStock[]> {
  const lines = await db.giftStock.toArray();
  return lines.filter((line) => !line.deleted).sort((a, b) => (a.name < b.name ? -1 : 1));
}
