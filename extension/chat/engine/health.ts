export const FIELDS = ['ready', 'list', 'name', 'key', 'messages', 'composer', 'wait'] as const;
export type Field = (typeof FIELDS)[number];

/** A page builds up and re-renders in steps; only what stays away this long is missing. */
const GRACE = 3000;

interface Mark {
  worked: boolean;
  /** It worked another day, as far as anybody remembers. */
  readonly before: boolean;
  goneSince: number | null;
}

export type Health = Map<Field, Mark>;

/** A health that remembers what worked another day. */
export function knownHealth(worked: readonly Field[]): Health {
  return new Map(worked.map((field) => [field, { worked: false, before: true, goneSince: null }]));
}

/** What has been found so far, in a fixed order. */
export function workedSoFar(health: Health): readonly Field[] {
  return FIELDS.filter((field) => health.get(field)?.worked || health.get(field)?.before);
}

export interface Checked {
  readonly missing: readonly Field[];
  /** Something that used to be found is not any more: the page was rebuilt. */
  readonly changed: boolean;
  /** Something is gone, but not for long enough to speak of it. */
  readonly waiting: boolean;
}

/**
 * Notes what was found in this pass and tells what has been gone for too long.
 *
 * @param elsewhere what stands in the page though the adapter does not find it. What worked another day counts as
 *   rebuilt only then: an inbox may be empty in the morning.
 */
export function checkHealth(
  health: Health,
  found: ReadonlyMap<Field, boolean>,
  now: number,
  elsewhere: ReadonlySet<Field> = new Set(),
): Checked {
  const missing: Field[] = [];
  let changed = false;
  let waiting = false;
  for (const [field, works] of found) {
    const mark = health.get(field) ?? { worked: false, before: false, goneSince: null };
    health.set(field, mark);
    if (works) {
      mark.worked = true;
      mark.goneSince = null;
      continue;
    }
    mark.goneSince ??= now;
    if (now - mark.goneSince < GRACE) waiting = true;
    else {
      missing.push(field);
      changed ||= mark.worked || (mark.before && elsewhere.has(field));
    }
  }
  return { missing, changed, waiting };
}
