import type { Book } from '@shared/records/book';

/** Says who a platform's order belongs to: a buyer of the book where one is linked. */
export interface Identity {
  /** Id of the book's buyer, or null. */
  readonly byNumber: (platform: string, number: string) => string | null;
  readonly byKey: (platform: string, key: string) => string | null;
}

/** Chat sites and exports of one platform go by different names. */
const SAME_PLATFORM: Readonly<Record<string, string>> = {
  feige: 'douyin',
  qianniu: 'taobao',
  tmall: 'taobao',
};

/** @example platformOf('feige') // => 'douyin' */
export function platformOf(name: string): string {
  return SAME_PLATFORM[name] ?? name;
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
    const key = `${platformOf(platform)}\n${text}`;
    const known = map.get(key);
    map.set(key, known === undefined || known === buyer ? buyer : null);
  };
  for (const link of book.orderLinks)
    if (!link.deleted) put(numbers, link.platform, link.number, link.buyerId);
  for (const account of book.accounts)
    if (!account.deleted && account.strength !== 'name')
      put(keys, account.platform, account.key, account.buyerId);
  return {
    byNumber: (platform, number) => (number === '' ? null : (numbers.get(`${platform}\n${number}`) ?? null)),
    byKey: (platform, key) => (key === '' ? null : (keys.get(`${platform}\n${key}`) ?? null)),
  };
}
