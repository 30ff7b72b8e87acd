import { type Anchors, createAnchors, type Part } from '../generic/detect';
import { type Field, type Health, knownHealth } from './health';
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
  readonly anchors: Anchors;
  /** The same for the name a page plainly shows beside what it was taught. */
  readonly plain: Anchors;
  /** Since when a part the adapter describes is not found. */
  readonly goneParts: Map<Part, number>;
}

/**
 * @param startedLate the page had been in use before we came: its address may have stayed behind
 * @param worked what was found on this site another day: if it stays away now, the page was rebuilt
 */
export function createMemory(startedLate: boolean, worked: readonly Field[] = []): Memory {
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
    list: { container: null, read: new WeakMap() },
    pairing: createPairing(),
    orders: createOrderMemory(),
    waits: createWaits(),
    health: knownHealth(worked),
    anchors: createAnchors(),
    plain: createAnchors(),
    goneParts: new Map(),
  };
}
