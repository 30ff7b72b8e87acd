import type { SeenBuyer } from '@extension/messaging/chat-state';
import { isMasked } from '@shared/text/mask';
import { matchKey } from '@shared/text/normalize';
import { namesAgree, namesCompatible } from './names';
import { judge, type Pairing } from './pairing';

export interface StrongKey {
  readonly value: string;
  readonly strength: 'platform' | 'url';
  /** Read from the open row, or beside the name in the header: cannot lag behind it. */
  readonly together: boolean;
  /** May have been behind before we looked. */
  readonly doubtful: boolean;
}

/** Everything a page says about who the open buyer is. */
export interface Signals {
  readonly platform: string;
  /** Keys that mean a buyer, in the adapter's order. */
  readonly keys: readonly StrongKey[];
  readonly rowKey: string | null;
  readonly rowName: string;
  /** Which row of the list is open, by key or place; null when none is. */
  readonly rowMark: string | null;
  readonly headerName: string;
  /** Rows of the list bearing the open name. */
  readonly sameNamed: number;
}

export interface Who {
  readonly buyer: SeenBuyer | null;
  /** The names to choose from when unsure. */
  readonly candidates: readonly string[];
  readonly unsure: boolean;
  /** Look again soon: the page is between two buyers. */
  readonly pending: boolean;
}

const NOBODY: Who = { buyer: null, candidates: [], unsure: false, pending: false };

/**
 * Who the open buyer is. A key of the platform or of the address proves it; names prove it only when row and
 * header show the same one, unmasked, and no second row does. Signals that disagree name nobody.
 */
export function whoIsOpen(signals: Signals, pairing: Pairing, now: number): Who {
  const { rowName, headerName, keys } = signals;
  const name = headerName || rowName;
  const strong = pickStrong(keys);
  const agree = strong ? namesCompatible : namesAgree;
  if (rowName && headerName && !agree(rowName, headerName)) return between([headerName, rowName]);
  if (strong === 'conflict') return between(name ? [name] : []);
  if (strong) {
    const verdict = judge(
      pairing,
      {
        key: `${strong.strength}:${strong.value}`,
        name: matchKey(name),
        row: signals.rowMark,
        doubtful: strong.doubtful,
        together: strong.together,
      },
      now,
    );
    if (verdict === 'pending') return { ...between(name ? [name] : []), pending: true };
    if (verdict === 'trusted') return sure(signals, strong.strength, strong.value, name);
  }
  if (!name) return signals.rowKey ? between([]) : NOBODY;
  const twoSigns = rowName !== '' && headerName !== '' && namesAgree(rowName, headerName);
  if (signals.rowKey && signals.rowKey !== rowName) {
    return twoSigns
      ? sure(signals, 'row', signals.rowKey, name)
      : guess(signals, 'row', signals.rowKey, name);
  }
  const proven = twoSigns && !isMasked(name) && signals.sameNamed === 1;
  return proven ? sure(signals, 'name', name, name) : guess(signals, 'name', name, name);
}

/**
 * What was taught, held against the name the page plainly shows. One more sign makes a guess sure; another buyer
 * than the taught one means that nobody is named.
 */
export function withPlainName(signals: Signals, taught: Who, name: string): Who {
  const { buyer, candidates } = taught;
  const said = buyer?.name ?? candidates[0];
  if (said === undefined) return sure(signals, 'name', name, name);
  if (!namesAgree(said, name)) return between([name, said]);
  return buyer ? { ...NOBODY, buyer: { ...buyer, sure: true } } : sure(signals, 'name', name, name);
}

/** The strongest key; two of the same strength must say the same. */
function pickStrong(keys: readonly StrongKey[]): StrongKey | 'conflict' | null {
  const best = keys.some((key) => key.strength === 'platform') ? 'platform' : 'url';
  const [first, ...others] = keys.filter((key) => key.strength === best);
  if (!first) return null;
  return others.some((key) => key.value !== first.value) ? 'conflict' : first;
}

function between(candidates: readonly string[]): Who {
  return { buyer: null, candidates, unsure: true, pending: false };
}

function buyerOf(signals: Signals, strength: SeenBuyer['strength'], key: string, name: string): SeenBuyer {
  return { platform: signals.platform, strength, key, name: name || key, masked: isMasked(name), sure: true };
}

function sure(signals: Signals, strength: SeenBuyer['strength'], key: string, name: string): Who {
  return { ...NOBODY, buyer: buyerOf(signals, strength, key, name) };
}

function guess(signals: Signals, strength: SeenBuyer['strength'], key: string, name: string): Who {
  const buyer = { ...buyerOf(signals, strength, key, name), sure: false };
  return { buyer, candidates: [name], unsure: true, pending: false };
}
