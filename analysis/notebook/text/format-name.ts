import { orderPlatform } from '@shared/records/platform';
import { sayCode, type Writer } from './writer';

/** What a book's backup is called among the formats. */
export const BOOK_FORMAT = 'zhanggui-backup';

/** Formats whose name is not that of a platform's export. */
const ALONE: Readonly<Record<string, string>> = {
  [BOOK_FORMAT]: 'backup',
  mapped: 'mapped',
  'customer-summary': 'summary',
};
/** Names of platforms inside names of formats. */
const PLATFORMS: Readonly<Record<string, string>> = { pinduoduo: 'pdd', wechatshop: 'wechat-shop' };
/** What a format tells, by a word in its name. */
const KINDS = [
  [/item/, 'items'],
  [/review|csat|nps/, 'reviews'],
  [/customer/, 'customers'],
  [/payment/, 'payments'],
] as const;

/** A format in the reader's words: the platform and what the file tells; an unknown code stays as it is. */
export function formatName(writer: Writer, code: string): string {
  const alone = ALONE[code];
  if (alone !== undefined) return sayCode(writer, alone, 'review.format');
  const [name = code] = code.split('-');
  const key = orderPlatform(PLATFORMS[name] ?? name);
  const platform = sayCode(writer, key, 'records.platform');
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'orders';
  return platform === key && !/^\d/.test(key)
    ? code
    : `${platform} · ${sayCode(writer, kind, 'review.format')}`;
}
