import type { Adapter } from '../adapter';
import { type Looking, readAll } from '../read/reader';

const MOST_ORDERS = 20;
/** Searching the page's words costs more than following selectors. */
const WORDS_EVERY = 2000;

export interface OrderMemory {
  words: readonly string[];
  wordsAt: number;
  /** Numbers that stood there under the last buyer and have not gone away yet. */
  stale: Set<string>;
}

export function createOrderMemory(): OrderMemory {
  return { words: [], wordsAt: Number.NEGATIVE_INFINITY, stale: new Set() };
}

/**
 * Order numbers of the open buyer, in page order. After a switch the side panels of a page lag behind: a number
 * that was there before stays out until it has been gone once, so that no order goes to the wrong buyer.
 *
 * @param rows the rows of the list: an order named in one belongs to whoever wrote it there
 */
export function readOrders(
  adapter: Adapter,
  page: ParentNode,
  looking: Looking,
  memory: OrderMemory,
  rows: ReadonlySet<Element>,
): readonly string[] {
  const beside: Looking = { ...looking, except: rows };
  const readers = adapter.order ?? [];
  const direct = readers.filter((reader) => reader.take !== 'near');
  const inWords = readers.filter((reader) => reader.take === 'near');
  if (inWords.length > 0 && looking.now - memory.wordsAt >= WORDS_EVERY) {
    memory.words = inWords.flatMap((reader) => valuesOf(reader, page, beside));
    memory.wordsAt = looking.now;
  }
  const all = new Set([...direct.flatMap((reader) => valuesOf(reader, page, beside)), ...memory.words]);
  for (const number of memory.stale) if (!all.has(number)) memory.stale.delete(number);
  return [...all].filter((number) => !memory.stale.has(number)).slice(-MOST_ORDERS);
}

/** Another buyer is open now: what stood there until now is not theirs. */
export function leaveOrders(memory: OrderMemory, shown: readonly string[]): void {
  memory.stale = new Set([...memory.stale, ...shown]);
  memory.words = [];
  memory.wordsAt = Number.NEGATIVE_INFINITY;
}

function valuesOf(
  reader: Parameters<typeof readAll>[0],
  page: ParentNode,
  looking: Looking,
): readonly string[] {
  return readAll(reader, page, looking).map(({ value }) => value);
}
