export type Field = 'ready' | 'list' | 'name' | 'key' | 'messages' | 'composer' | 'wait';

/** A page builds up and re-renders in steps; only what stays away this long is missing. */
const GRACE = 3000;

interface Mark {
  worked: boolean;
  goneSince: number | null;
}

export type Health = Map<Field, Mark>;

export interface Checked {
  readonly missing: readonly Field[];
  /** Something that used to be found is not any more: the page was rebuilt. */
  readonly changed: boolean;
  /** Something is gone, but not for long enough to speak of it. */
  readonly waiting: boolean;
}

/** Notes what was found in this pass and tells what has been gone for too long. */
export function checkHealth(health: Health, found: ReadonlyMap<Field, boolean>, now: number): Checked {
  const missing: Field[] = [];
  let changed = false;
  let waiting = false;
  for (const [field, works] of found) {
    const mark = health.get(field) ?? { worked: false, goneSince: null };
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
      changed ||= mark.worked;
    }
  }
  return { missing, changed, waiting };
}
