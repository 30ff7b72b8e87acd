import type { BuyerView } from '@extension/book/reads/buyer';
import type { BuyerSubject } from './state/subject';

/** What the book knows of the buyer shown, for the lines at the top. */
export interface KnownBuyer {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  readonly accounts: readonly {
    readonly platform: string;
    readonly key: string;
    readonly displayName: string;
  }[];
}

export function knownOf(view: BuyerView | null): KnownBuyer | null {
  return (
    view && { id: view.buyer.id, name: view.buyer.name, since: view.buyer.since, accounts: view.accounts }
  );
}

/**
 * The name a buyer goes by: the one the seller gave them, else the one the chat shows now. Platforms change
 * their masks and buyers their names; the name first seen would then stand over somebody else's chat.
 */
export function shownName(
  subject: Pick<BuyerSubject, 'name' | 'conversation'>,
  known: Pick<KnownBuyer, 'name' | 'accounts'> | null,
): string {
  if (!known) return subject.name;
  if (subject.conversation === null || subject.name === '') return known.name;
  return known.accounts.some(({ displayName }) => displayName === known.name) ? subject.name : known.name;
}

/**
 * Enough of a platform's id to tell two buyers under one mask apart.
 *
 * @example idTail('8240317755120') // => '…5120'
 */
export function idTail(key: string): string {
  return key.length > 5 ? `…${key.slice(-4)}` : key;
}
