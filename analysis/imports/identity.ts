import type { Book } from '@shared/records/book';
import { hasOrderExports, orderPlatform } from '@shared/records/platform';

/** Says who a platform's order belongs to: a buyer of the book where one is linked. */
export interface Identity {
  /** Id of the book's buyer, or null. */
  readonly byNumber: (platform: string, number: string) => string | null;
  readonly byKey: (platform: string, key: string) => string | null;
}

/** Numbers seen on a site of the seller's own teaching may be of any platform. */
const ANY_PLATFORM = '*';

function siteOf(platform: string): string {
  const name = orderPlatform(platform);
  return hasOrderExports(name) ? name : ANY_PLATFORM;
}

/** Nobody is known. */
export const STRANGERS: Identity = { byNumber: () => null, byKey: () => null };

/**
 * Who is who, from a book: order numbers seen in chats or linked by the seller, and accounts whose key is more
 * than a name. A key that points to two buyers points to nobody.
 */
export function identityOf(book: Book): Identity {
  const living = new Set(book.buyers.filter((buyer) => !buyer.deleted).map((buyer) => buyer.id));
  const numbers = new Map<string, string | null>();
  const keys = new Map<string, string | null>();
  const put = (map: Map<string, string | null>, platform: string, text: string, buyer: string) => {
    if (text === '' || !living.has(buyer)) return;
    const key = `${platform}\n${text}`;
    const known = map.get(key);
    map.set(key, known === undefined || known === buyer ? buyer : null);
  };
  for (const link of book.orderLinks)
    if (!link.deleted) put(numbers, siteOf(link.platform), link.number, link.buyerId);
  for (const account of book.accounts)
    if (!account.deleted && account.strength !== 'name')
      put(keys, orderPlatform(account.platform), account.key, account.buyerId);
  return {
    byNumber: (platform, number) =>
      number === ''
        ? null
        : (numbers.get(`${platform}\n${number}`) ?? numbers.get(`${ANY_PLATFORM}\n${number}`) ?? null),
    byKey: (platform, key) => (key === '' ? null : (keys.get(`${platform}\n${key}`) ?? null)),
  };
}
