import type { Transaction } from 'dexie';
import { v001 } from './v001';
import { v002 } from './v002';
import { v003 } from './v003';

/** One step from the shape before to this one. */
export interface Migration {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites what is stored, inside the upgrade's own transaction: all of it or nothing. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Every shape the book ever had, oldest first. */
export const MIGRATIONS: readonly Migration[] = [v001, v002, v003];

/** The shape this program writes. */
export const BOOK_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));
