import type { Lang } from '@shared/i18n/lang';
import type { BuyerMemory } from './imports/buyer-columns';
import type { HeaderMemory } from './imports/header-memory';
import type { ModelName } from './review';

/** A field that `--map field=Column` may name. */
export const MAP_FIELDS = [
  'order',
  'buyer',
  'createdAt',
  'paidAt',
  'paid',
  'unitPrice',
  'quantity',
  'refund',
  'status',
  'item',
  'score',
  'recommend',
  'askedAt',
  'answeredAt',
  'sheet',
] as const;
export type MapField = (typeof MAP_FIELDS)[number];
export type ColumnMap = Readonly<Partial<Record<MapField, string>>>;

/** How to read the inputs. */
export interface ReadOptions {
  readonly map: ColumnMap | null;
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly tz: string | null;
  readonly currency: string | null;
  readonly password: string | null;
  /** What the owner has said before about files that no signature fits. */
  readonly memory?: HeaderMemory;
  /** The same of the shop's own lists of buyers. */
  readonly buyerMemory?: BuyerMemory;
  /** Whether every row left out is kept for a list, not only the first refused ones. */
  readonly listLeftOut?: boolean;
}

/** What to compute from them. Days are inclusive. */
export interface ReviewOptions {
  readonly lang: Lang;
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly unit: 'day' | 'week';
  readonly calibrateUntil: string | null;
  /** Horizon of CLV and totals, in weeks. */
  readonly horizonWeeks: number;
  readonly models: readonly ModelName[];
  readonly net: boolean;
  /** Today in the shop's zone: an unfinished day is left out. */
  readonly today: string;
  /** Seed of the bootstrap and simulation, so that the same input gives the same output. */
  readonly seed: number;
}

/** Long work says how far it is and can be stopped: throws nothing, resolves to null when cancelled. */
export interface Progress {
  /** `part` from 0 to 1 within `step`. */
  readonly report: (step: string, part: number) => void;
  readonly signal: AbortSignal;
}
