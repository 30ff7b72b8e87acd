import type { Book } from '@shared/records/book';

/** What a platform says of the shop in one week, as typed in by the owner (J6); never mixed with the shop's own. */
export interface PlatformScoreRow {
  readonly platform: string;
  readonly week: string;
  readonly description: number | null;
  readonly service: number | null;
  readonly delivery: number | null;
  readonly overall: number | null;
}

/** Weeks shown: a quarter. */
const WEEKS = 13;

/** The newest weeks of each platform up to `week`, newest first; `null` where none was ever written down. */
export function platformScoreRows(book: Book | null, week: string): readonly PlatformScoreRow[] | null {
  const stored = (book?.platformScores ?? []).filter((one) => !one.deleted && one.week <= week);
  if (stored.length === 0) return null;
  const platforms = [...new Set(stored.map(({ platform }) => platform))].sort();
  return platforms.flatMap((platform) =>
    stored
      .filter((one) => one.platform === platform)
      .sort((a, b) => (a.week < b.week ? 1 : -1))
      .slice(0, WEEKS)
      .map(({ description, service, delivery, overall, week: of }) => ({
        platform,
        week: of,
        description,
        service,
        delivery,
        overall,
      })),
  );
}
