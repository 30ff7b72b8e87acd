import type { Buyer } from '@shared/records/buyer';
import type { Referral } from '@shared/records/referral';
import { chainBefore } from '@shared/records/referral-chain';
import type { OpenBook } from '../open';
import { byIds } from './rows';

/** A buyer's place among those who bring each other. */
export interface ReferralView {
  /** Who brought them, if anybody did. */
  readonly broughtBy: Referral | null;
  /** Those before them in the chain, the nearest first. */
  readonly before: readonly Buyer[];
  /** How many came through those they brought, on and on. */
  readonly after: number;
  readonly buyers: ReadonlyMap<string, Buyer>;
}

/** Nobody follows a chain further than this. */
const MOST_LINKS = 12;

/**
 * Who brought a buyer, and the chain to both sides. Walked by index, link by link.
 *
 * @param brought Whom they brought themselves.
 */
export async function referralView(
  book: OpenBook,
  buyerId: string,
  brought: readonly Referral[],
): Promise<ReferralView> {
  const { db } = book;
  const alive = (one: Referral) => !one.deleted;
  const links: Referral[] = [];
  for (let at = buyerId; links.length < MOST_LINKS; ) {
    const [link] = (await db.referrals.where('broughtId').equals(at).toArray()).filter(
      (one) => alive(one) && one.state !== 'released',
    );
    if (!link || links.some(({ id }) => id === link.id)) break;
    links.push(link);
    at = link.buyerId;
  }
  const before = chainBefore(links, buyerId);
  const buyers = await byIds(db.buyers, [...before, ...brought.flatMap(({ broughtId }) => broughtId ?? [])]);
  return {
    broughtBy: links[0] ?? null,
    before: before.flatMap((id) => buyers.get(id) ?? []),
    after: await after(book, brought, buyerId),
    buyers,
  };
}

async function after({ db }: OpenBook, brought: readonly Referral[], buyerId: string): Promise<number> {
  const seen = new Set([buyerId]);
  let layer = brought.filter(({ state }) => state !== 'released').flatMap(({ broughtId }) => broughtId ?? []);
  let count = 0;
  for (let depth = 0; layer.length > 0 && depth < MOST_LINKS; depth++) {
    const fresh = [...new Set(layer)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    count += fresh.length;
    const next = await db.referrals.where('buyerId').anyOf(fresh).toArray();
    layer = next
      .filter(({ deleted, state }) => !deleted && state !== 'released')
      .flatMap(({ broughtId }) => broughtId ?? []);
  }
  return count;
}
