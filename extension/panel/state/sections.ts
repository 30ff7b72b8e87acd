import { signal } from '@preact/signals';

/** The regions under a buyer, in the order a shop first meets them. */
export const SECTIONS = [
  'promises',
  'discounts',
  'packing',
  'gifts',
  'complaints',
  'guarantees',
  'visits',
  'dates',
  'supplies',
  'stockWaits',
  'leads',
  'wishes',
  'referrals',
  'orders',
  'people',
  'profile',
  'timeline',
] as const;
export type SectionName = (typeof SECTIONS)[number];

interface Arranged {
  readonly order: readonly SectionName[];
  readonly closed: readonly SectionName[];
}

const KEY = 'sections';

/** Reads what was kept; sections that have come since go to their usual place at the end. */
export function readArranged(text: string | null): Arranged {
  let data: unknown;
  try {
    data = JSON.parse(text ?? 'null');
  } catch {
    data = null;
  }
  const names = (list: unknown): SectionName[] =>
    Array.isArray(list) ? SECTIONS.filter((name) => list.includes(name)) : [];
  const kept = data as { order?: unknown; closed?: unknown } | null;
  const order = Array.isArray(kept?.order)
    ? [...new Set(kept.order)].filter((name): name is SectionName => SECTIONS.includes(name as SectionName))
    : [];
  return {
    order: [...order, ...SECTIONS.filter((name) => !order.includes(name))],
    // The profile is long and seldom needed first; it opens where the seller opened it.
    closed: kept ? names(kept.closed) : ['profile'],
  };
}

/** Moves a section one place up. */
export function movedUp(order: readonly SectionName[], name: SectionName): readonly SectionName[] {
  const index = order.indexOf(name);
  if (index <= 0) return order;
  const next = [...order];
  next.splice(index - 1, 2, name, order[index - 1]!);
  return next;
}

/** Which sections stand where, open or closed, remembered on this computer. `all` begins with every one open. */
export function arrangement(storage: Pick<Storage, 'getItem' | 'setItem'>, all = false) {
  const kept = readArranged(storage.getItem(KEY));
  const state = signal(all ? { ...kept, closed: [] } : kept);
  function keep(next: Arranged): void {
    state.value = next;
    storage.setItem(KEY, JSON.stringify(next));
  }
  return {
    state,
    toggle(name: SectionName, open: boolean): void {
      const closed = state.value.closed.filter((other) => other !== name);
      keep({ ...state.value, closed: open ? closed : [...closed, name] });
    },
    /** Past the neighbours that are not shown, or the click would seem to do nothing. */
    up(name: SectionName, shown: readonly SectionName[]): void {
      let order = state.value.order;
      const above = shown[shown.indexOf(name) - 1];
      while (above && order.indexOf(name) > order.indexOf(above)) order = movedUp(order, name);
      keep({ ...state.value, order });
    },
  };
}
