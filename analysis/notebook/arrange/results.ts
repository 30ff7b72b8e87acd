import { type Signal, signal } from '@preact/signals';
import type { Filter, PartName, ReviewBase } from '../../parts';
import type { Review } from '../../review';
import type { OpenData } from '../../worker/parts-client';
import { catalogued } from '../cells/catalogue';
import { filterOf, type Sheet } from './sheet';

/** How a cell stands. Numbers are only there for exactly the settings they were computed with. */
export type CellState =
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly review: Review }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** What the cells of a sheet have come to. */
export interface Results {
  readonly states: Signal<ReadonlyMap<string, CellState>>;
  /** Asks for what changed and for nothing else; what is no longer wanted is taken back. */
  readonly follow: (sheet: Sheet, data: OpenData | null) => void;
  readonly cancel: (id: string) => void;
  readonly again: (id: string) => void;
}

interface Wish {
  readonly data: OpenData;
  readonly key: string;
  readonly names: readonly PartName[];
  readonly filter: Filter;
  readonly stop: AbortController;
}

/** A review that holds some parts only; the others count as missing. */
function partial(base: ReviewBase, parts: Partial<Review>): Review {
  const nothing = {
    orders: null,
    ordersReason: null,
    repeat: null,
    repeatReason: null,
    cohorts: null,
    cohortsReason: null,
    clv: null,
    clvReason: null,
    satisfaction: null,
    satisfactionReason: null,
    promises: null,
    promisesReason: null,
    goodwill: null,
    goodwillReason: null,
    gifts: null,
    giftsReason: null,
    complaints: null,
    complaintsReason: null,
    findings: [],
  };
  return { ...nothing, ...base, ...parts };
}

/** Keeps every cell of a sheet computed. */
export function makeResults(): Results {
  const states = signal<ReadonlyMap<string, CellState>>(new Map());
  const wishes = new Map<string, Wish>();

  function say(id: string, state: CellState | null): void {
    const next = new Map(states.value);
    if (state === null) next.delete(id);
    else next.set(id, state);
    states.value = next;
  }

  async function ask(id: string, wish: Wish): Promise<void> {
    wishes.get(id)?.stop.abort();
    wishes.set(id, wish);
    // From here on the old numbers are gone: none stands beside a setting it was not computed with.
    say(id, { kind: 'working' });
    const answer = await wish.data.ask(wish.names, wish.filter, wish.stop.signal);
    if (wishes.get(id) !== wish) return;
    say(
      id,
      answer.kind === 'parts' ? { kind: 'done', review: partial(wish.data.base, answer.parts) } : answer,
    );
  }

  return {
    states,
    follow(sheet, data) {
      const questions = data === null ? [] : sheet.cells.filter((cell) => cell.kind === 'question');
      const there = new Set(questions.map(({ id }) => id));
      for (const [id, wish] of wishes) {
        if (there.has(id)) continue;
        wish.stop.abort();
        wishes.delete(id);
        say(id, null);
      }
      if (data === null) return;
      for (const cell of questions) {
        const entry = catalogued(cell.name);
        if (!entry) continue;
        const filter = data.narrows ? filterOf(sheet, cell, entry) : {};
        const key = JSON.stringify([cell.name, filter]);
        const known = wishes.get(cell.id);
        if (known && known.key === key && known.data === data) continue;
        void ask(cell.id, { data, key, names: entry.reads, filter, stop: new AbortController() });
      }
    },
    cancel(id) {
      wishes.get(id)?.stop.abort();
    },
    again(id) {
      const wish = wishes.get(id);
      if (wish) void ask(id, { ...wish, stop: new AbortController() });
    },
  };
}
