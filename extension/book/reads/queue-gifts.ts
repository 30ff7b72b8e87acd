import { addDays, type Day } from '@shared/calendar/day';
import type { Gift } from '@shared/records/gift';
import { ofSample } from '@shared/records/sample';
import type { Money } from '@shared/text/money';
import type { OpenBook } from '../open';
import { setting } from './settings';

/** So many of the newest gifts are looked at: nothing here grows with the book. */
const NEWEST = 300;
/** A gift counts against a buyer's budget for so many days. */
const BUYER_DAYS = 30;
const PRECEDENTS = 5;
const NOT_SPENT: ReadonlySet<Gift['state']> = new Set(['released', 'expired']);

/** What gifts for waits cost so far, beside what the shop set itself (P10). Minor units of one currency. */
export interface GiftMoney {
  readonly currency: string;
  readonly today: number;
  /** `null`: the shop set none. */
  readonly perDay: number | null;
  readonly perBuyer: number | null;
  /** Of the last thirty days, by buyer. */
  readonly byBuyer: ReadonlyMap<string, number>;
  /** What the last five for the same reason cost, the least and the most; `null` before there are two. */
  readonly precedent: { readonly n: number; readonly least: Money; readonly most: Money } | null;
}

/** The newest gifts that still hold or were given, newest first. */
async function newestGifts({ db }: OpenBook): Promise<readonly Gift[]> {
  const of = (name: string) =>
    db.actions.where('[name+stamp]').between([name, ''], [name, '\uffff']).reverse().limit(NEWEST).toArray();
  const actions = (await Promise.all([of('give-gift'), of('prepare-queue')])).flat();
  const ids = new Set(
    actions.flatMap(({ changes }) => changes.filter(({ table }) => table === 'gifts').map(({ id }) => id)),
  );
  const gifts = await db.gifts.bulkGet([...ids]);
  return gifts
    .filter((gift) => gift !== undefined && !gift.deleted && !ofSample(gift) && !NOT_SPENT.has(gift.state))
    .map((gift) => gift as Gift)
    .sort((a, b) => (a.saidAt < b.saidAt ? 1 : -1));
}

/**
 * Budgets as hints, and what was given before for the same reason: like cases are treated alike.
 *
 * @param reason The reason as it is recorded with the gift.
 */
export async function giftMoney(book: OpenBook, today: Day, reason: string): Promise<GiftMoney> {
  const currency = await setting(book, 'currency', 'CNY');
  // One after the other: a live view would lose sight of what is read side by side in several steps.
  const perDay = await setting(book, 'giftBudgetDay', 0);
  const perBuyer = await setting(book, 'giftBudgetBuyer', 0);
  const gifts = await newestGifts(book);
  const priced = gifts.flatMap((gift) =>
    gift.cost?.currency === currency ? [{ gift, minor: gift.cost.minor }] : [],
  );
  const since = addDays(today, -BUYER_DAYS);
  const byBuyer = new Map<string, number>();
  for (const { gift, minor } of priced) {
    if (gift.saidOn > since) byBuyer.set(gift.buyerId, (byBuyer.get(gift.buyerId) ?? 0) + minor);
  }
  const alike = priced.filter(({ gift }) => gift.reason === reason).slice(0, PRECEDENTS);
  const minors = alike.map(({ minor }) => minor);
  return {
    currency,
    today: priced.filter(({ gift }) => gift.saidOn === today).reduce((sum, { minor }) => sum + minor, 0),
    perDay: perDay > 0 ? perDay : null,
    perBuyer: perBuyer > 0 ? perBuyer : null,
    byBuyer,
    precedent:
      alike.length < 2
        ? null
        : {
            n: alike.length,
            least: { minor: Math.min(...minors), currency },
            most: { minor: Math.max(...minors), currency },
          },
  };
}
