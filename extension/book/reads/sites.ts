import type { Site } from '@shared/records/shop';
import type { Json } from '@shared/text/json';
import { type OpenBook, openForReading } from '../open';
import { systemWorld, zoneHere } from '../world';

/** The sites the owner taught or imported. */
export async function sites({ db }: OpenBook): Promise<readonly Site[]> {
  const all = await db.sites.toArray();
  return all.filter((site) => !site.deleted);
}

/** Their adapters, for the service worker: the book is opened, read and closed again. */
export async function readSites(): Promise<readonly Json[]> {
  const book = await openForReading(systemWorld(zoneHere));
  if (book === null) return [];
  try {
    return (await sites(book)).map((site) => site.adapter);
  } finally {
    book.close();
  }
}
