import type { Template } from '@shared/records/template';
import type { OpenBook } from '../open';

/** Every template, the most used first. */
export async function templates({ db }: OpenBook): Promise<readonly Template[]> {
  const rows = await db.templates.toArray();
  return rows.filter(({ deleted }) => !deleted).sort(byUse);
}

/** The most used first, then by title. */
function byUse(a: Template, b: Template): number {
  return b.used - a.used || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0);
}
