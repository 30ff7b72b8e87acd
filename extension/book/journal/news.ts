import * as v from 'valibot';

/**
 * What the owner has to be told of the book's keeping, in one sentence, until it was read.
 *
 * - `rebuilt`: the stored book was gone or damaged; every record is back from the journal. `part`: not every one.
 * - `older`: the book is behind what was acknowledged: a copy from before was put back.
 * - `gone`: there was a book here, and nothing of it is left.
 * - `one-place`: this browser window gives no place for a journal; the book is kept in one place only.
 * - `after-all`: a save that was told to be too late could not be stopped any more, and is kept.
 */
export const NEWS_KINDS = ['rebuilt', 'part', 'older', 'gone', 'one-place', 'after-all'] as const;

const newsSchema = v.object({ kind: v.picklist(NEWS_KINDS), n: v.number() });
const boundSchema = v.object({ epoch: v.number(), seq: v.number() });

/** `n`: records that are back, or actions that are missing. */
export type News = v.InferOutput<typeof newsSchema>;

/** The part of the browser's own small storage that is used: it survives a wiped database, but no power cut. */
export interface SmallStore {
  get(key: string): Promise<Readonly<Record<string, unknown>>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const NEWS = 'book-news';
const READ = 'book-one-place-read';
const BOUND = 'book-bound';
const CHECKED = 'book-checked';
/** A book of more records is added up once a day, a smaller one at every start. */
export const MANY = 50_000;
const DAY = 86_400_000;

/** What is still to be told; `null` for nothing. */
export async function readNews(store: SmallStore): Promise<News | null> {
  const parsed = v.safeParse(newsSchema, (await store.get(NEWS))[NEWS]);
  return parsed.success ? parsed.output : null;
}

export async function keepNews(store: SmallStore, news: News): Promise<void> {
  await store.set({ [NEWS]: news });
}

/** It was read. That there is one place only is said once: it stays so, and nobody can change it. */
export async function dropNews(store: SmallStore): Promise<void> {
  const news = await readNews(store);
  if (news?.kind === 'one-place') await store.set({ [READ]: true });
  await store.remove(NEWS);
}

export async function wasRead(store: SmallStore): Promise<boolean> {
  return (await store.get(READ))[READ] === true;
}

/** How far the book had come at least; a number and nothing about anybody. */
export async function readBound(store: SmallStore): Promise<v.InferOutput<typeof boundSchema> | null> {
  const parsed = v.safeParse(boundSchema, (await store.get(BOUND))[BOUND]);
  return parsed.success ? parsed.output : null;
}

export async function keepBound(store: SmallStore, epoch: number, seq: number): Promise<void> {
  await store.set({ [BOUND]: { epoch, seq } });
}

/** Whether the book is to be added up at this start. */
export async function checkIsDue(store: SmallStore, records: number): Promise<boolean> {
  if (records <= MANY) return true;
  const last = (await store.get(CHECKED))[CHECKED];
  return !(typeof last === 'number' && Math.abs(Date.now() - last) < DAY);
}

export async function noteChecked(store: SmallStore, now: number): Promise<void> {
  await store.set({ [CHECKED]: now });
}
