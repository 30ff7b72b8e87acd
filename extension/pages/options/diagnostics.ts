import { readMark } from '@extension/book/backups/mark';
import type { Examined } from '@extension/book/examined';
import { bookBefore } from '@extension/book/generations';
import type { JournalHealth } from '@extension/book/journal/health';
import { readBound, readNews } from '@extension/book/journal/news';
import { smallStore } from '@extension/book/journal/ways';
import { BOOK_VERSION } from '@extension/book/migrations';
import type { OpenBook } from '@extension/book/open';
import { storedGenerations } from '@extension/book/stored-generations';
import { sentinelOf } from '@extension/book/write';
import { TABLE_NAMES } from '@shared/records/book';
import type { Json } from '@shared/text/json';

/** What the page has already found out. */
export interface Seen {
  readonly examined: Examined | null;
  readonly used: number | null;
  readonly room: number | null;
  readonly persisted: boolean;
  readonly journal: JournalHealth | null;
}

/** Settings whose value says nothing of anybody; the others are only counted. */
const HARMLESS: ReadonlySet<string> = new Set(['currency', 'language', 'timeZone', 'quietHours']);

/**
 * How the book is kept, for somebody who is asked for help: numbers, names of tables and of deeds. No name of a person
 * or a site, no text, no amount, no identifier that stands for anybody.
 */
export async function diagnosticsOf(book: OpenBook, seen: Seen): Promise<Json> {
  const { db, world } = book;
  const sentinel = await sentinelOf(db);
  const rows = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await db.table(table).count()] as const),
  );
  const deeds = new Map<string, number>();
  await db.actions.each(({ name }) => deeds.set(name, (deeds.get(name) ?? 0) + 1));
  const settings = await db.settings.toArray();
  const mark = await readMark(smallStore).catch(() => null);
  const before = await bookBefore().catch(() => null);
  return {
    report: 'zhanggui/report',
    made: new Date(world.now()).toISOString(),
    program: { shape: BOOK_VERSION, storedShape: db.verno, browser: navigator.userAgent },
    book: {
      generation: book.generation,
      generations: await storedGenerations(book.generation),
      readOnly: book.readOnly,
      epoch: sentinel.epoch,
      seq: sentinel.seq,
      counted: { ...sentinel.counts },
      rows: Object.fromEntries(rows),
      deeds: Object.fromEntries([...deeds].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      before: before ? { generation: before.generation, at: before.at } : null,
    },
    settings: {
      count: settings.length,
      told: Object.fromEntries(
        settings.filter(({ key }) => HARMLESS.has(key)).map(({ key, value }) => [key, value]),
      ),
    },
    storage: { used: seen.used, room: seen.room, persisted: seen.persisted },
    journal: seen.journal ? { ...seen.journal } : null,
    examined: seen.examined ? { ...seen.examined } : null,
    backups: mark && {
      place: mark.place,
      fault: mark.fault,
      number: mark.number,
      last: mark.last && { at: mark.last.at, seq: mark.last.seq, rows: mark.last.rows },
    },
    news: await newsKind(),
    bound: await boundOf(),
  };
}

async function newsKind(): Promise<Json> {
  const news = await readNews(smallStore).catch(() => null);
  return news ? { kind: news.kind, n: news.n } : null;
}

async function boundOf(): Promise<Json> {
  const bound = await readBound(smallStore).catch(() => null);
  return bound ? { epoch: bound.epoch, seq: bound.seq } : null;
}
