import type { Health } from './health';
import type { ListMemory } from './list';
import { createOrderMemory, type OrderMemory } from './orders';
import { createPairing, type Pairing } from './pairing';
import { createWaits, type Waits } from './waits';

/** What is remembered from pass to pass: in memory only, for one frame and one site. */
export interface Memory {
  readonly startedLate: boolean;
  arrivedAt: number | null;
  goneSince: number | null;
  wasReady: boolean;
  /** The last buyer that was known for sure or as a guess; kept while the page is between two. */
  buyer: string | null;
  lastMessages: ReadonlyMap<string, Element>;
  lingering: Map<string, Element>;
  lingeringUntil: number;
  shownOrders: readonly string[];
  readonly list: ListMemory;
  readonly pairing: Pairing;
  readonly orders: OrderMemory;
  readonly waits: Waits;
  readonly health: Health;
}

/** @param startedLate the page had been in use before we came: its address may have stayed behind */
export function createMemory(startedLate: boolean): Memory {
  return {
    startedLate,
    arrivedAt: null,
    goneSince: null,
    wasReady: false,
    buyer: null,
    lastMessages: new Map(),
    lingering: new Map(),
    lingeringUntil: 0,
    shownOrders: [],
    list: { container: null },
    pairing: createPairing(),
    orders: createOrderMemory(),
    waits: createWaits(),
    health: new Map(),
  };
}
