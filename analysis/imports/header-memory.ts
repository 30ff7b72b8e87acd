import type { ColumnMap } from '../options';
import { canonicalHeader } from './cell';

/**
 * Which column is which, said once by the owner and remembered for every later file with the same columns, whatever
 * their order. Plain JSON, so that it can be kept as a setting of the book.
 */
export type HeaderMemory = Readonly<Record<string, ColumnMap>>;

/**
 * What files with the same columns have in common: their names as they are compared, in no order.
 *
 * @example headerKey(['Date', ' Amount ']) === headerKey(['Amount', 'Date']) // => true
 */
export function headerKey(names: readonly string[]): string {
  return names
    .map(canonicalHeader)
    .filter((name) => name !== '')
    .sort()
    .join('|');
}

/**
 * The memory with one more header in it; what was said before for the same header is replaced.
 *
 * @example remember({}, ['Who', 'When'], { buyer: 'Who' }) // => { 'When|Who': { buyer: 'Who' } }
 */
export function remember(memory: HeaderMemory, names: readonly string[], columns: ColumnMap): HeaderMemory {
  return { ...memory, [headerKey(names)]: columns };
}

/**
 * What was said for a header; null where nothing was.
 *
 * @example recall({ 'When|Who': { buyer: 'Who' } }, ['Who', 'When']) // => { buyer: 'Who' }
 */
export function recall(memory: HeaderMemory, names: readonly string[]): ColumnMap | null {
  const key = headerKey(names);
  return key !== '' && Object.hasOwn(memory, key) ? memory[key]! : null;
}
