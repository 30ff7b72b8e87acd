import { isMasked } from '@shared/text/mask';

/**
 * Keys that do not stand in the open row itself (in the address, or in messages that load later) can lag
 * behind a switch or never move at all. So key and name are watched as a pair: when one changes without the
 * other, nobody is named until they have moved together, and a key that stays behind is no longer believed.
 */
const STAYED_BEHIND = 1500;
const SAME_NAME_AFTER = 2000;
const HURRIED = 700;

export type Verdict = 'trusted' | 'pending' | 'distrusted';

export interface Pairing {
  key: string | null;
  name: string;
  row: string | null;
  /** Since when the two do not move together. */
  apartSince: number | null;
  /** The new key seen while the name stood still. */
  awaited: string | null;
  hurriedName: string | null;
  disbelieved: string | null;
}

export function createPairing(): Pairing {
  return {
    key: null,
    name: '',
    row: null,
    apartSince: null,
    awaited: null,
    hurriedName: null,
    disbelieved: null,
  };
}

export interface Pair {
  readonly key: string;
  readonly name: string;
  /** Which row is open; tells two buyers of one name apart. */
  readonly row: string | null;
  /**
   * The first key ever seen may already be behind (a parameter of the address, read by a script that came after
   * the page had been in use).
   */
  readonly doubtful: boolean;
  /** Key and name stand in one place and cannot part. */
  readonly together: boolean;
}

/** Whether the key can be taken for the buyer whose name is shown, now. */
export function judge(pairing: Pairing, seen: Pair, now: number): Verdict {
  if (seen.together) return pair(pairing, seen);
  if (pairing.key === null && pairing.disbelieved === null && seen.doubtful) pairing.disbelieved = seen.key;
  if (pairing.disbelieved === seen.key) return isBack(pairing, seen) ? pair(pairing, seen) : 'distrusted';
  if (pairing.disbelieved !== null || pairing.key === null) return pair(pairing, seen);
  return seen.key === pairing.key ? sameKey(pairing, seen, now) : otherKey(pairing, seen, now);
}

/**
 * The key stayed behind while another buyer was looked at, and now the name and the row it came with are open again.
 * A mask is borne by many: behind it may be somebody else in the same place of the list.
 */
function isBack({ key, name, row }: Pairing, seen: Pair): boolean {
  const same = seen.key === key && seen.name === name && seen.row === row;
  return same && name !== '' && row !== null && !isMasked(name);
}

function pair(pairing: Pairing, { key, name, row }: Pair): Verdict {
  const settled = { apartSince: null, awaited: null, hurriedName: null, disbelieved: null };
  Object.assign(pairing, { key, name, row, ...settled });
  return 'trusted';
}

function sameKey(pairing: Pairing, seen: Pair, now: number): Verdict {
  const { name } = seen;
  if (name === pairing.name || name === '' || pairing.name === '') {
    return pair(pairing, { ...seen, name: name || pairing.name });
  }
  pairing.apartSince ??= now;
  if (now - pairing.apartSince < STAYED_BEHIND) return 'pending';
  pairing.disbelieved = seen.key;
  pairing.apartSince = null;
  return 'distrusted';
}

function otherKey(pairing: Pairing, seen: Pair, now: number): Verdict {
  const { key, name } = seen;
  if (name === '') return pair(pairing, seen);
  if (pairing.awaited !== null && pairing.awaited !== key) {
    pairing.hurriedName = name;
    pairing.apartSince = now;
  }
  pairing.awaited = key;
  if (name === pairing.name) {
    // Two of one name (masks often are): another row was opened with the other key.
    const otherRow = seen.row !== null && seen.row !== pairing.row;
    if (otherRow && pairing.hurriedName === null) return pair(pairing, seen);
    pairing.apartSince ??= now;
    return now - pairing.apartSince >= SAME_NAME_AFTER ? pair(pairing, seen) : 'pending';
  }
  // Switched again before the name had caught up: it may still be the one in between.
  if (pairing.hurriedName === null) return pair(pairing, seen);
  if (pairing.hurriedName !== name) {
    pairing.hurriedName = name;
    pairing.apartSince = now;
  }
  pairing.apartSince ??= now;
  return now - pairing.apartSince >= HURRIED ? pair(pairing, seen) : 'pending';
}
