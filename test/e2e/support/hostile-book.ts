import { writeBackup } from '@shared/backup/write';
import { type Book, emptyBook, TABLE_NAMES, type TableName } from '@shared/records/book';
import { BUYER_TABLES } from '@shared/records/buyer-tables';
import { filled } from '../../extension/book/full-buyer';

/** What people and pages write who mean harm, or whose tools do: markup, scripts, addresses, turned-round letters. */
export const PAYLOADS: readonly string[] = [
  '<script>globalThis.hit=1</script>',
  '"><img src=x onerror=globalThis.hit=1>',
  "'><svg/onload=globalThis.hit=1>",
  'javascript:globalThis.hit=1',
  '<a href="javascript:globalThis.hit=1">x</a>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '</textarea><script>globalThis.hit=1</script>',
  '<style>@import "http://evil.example/x.css"</style>',
  '<link rel=prefetch href=http://evil.example/p><base href=http://evil.example/>',
  '<math><mtext></p><img src="http://evil.example/i.png">',
  '{{constructor.constructor("globalThis.hit=1")()}}#{globalThis.hit=1}',
  '%3Cscript%3EglobalThis.hit=1%3C/script%3E&lt;script&gt;',
  '\u202egnp.exe\u2066\u200b张三\u200b',
  '{"type":"img","props":{"src":"x","onerror":"globalThis.hit=1"},"__v":1}',
  '__proto__',
];

/** Looks like an element as the drawing library makes it (CVE-2026-22028). */
const VNODE = {
  type: 'img',
  props: { src: 'http://evil.example/v.png', onerror: 'globalThis.hit=1' },
  key: null,
  ref: null,
  __k: null,
  __v: 1,
};

/** Settings that pages read and show, each holding such an element. */
const SETTINGS = ['shopName', 'seatName', 'decisions', 'apologyGift', 'care', 'seatNames', 'careMessages'];

/** A backup with a buyer for each payload, in every table and every field of text. */
export function hostileBook(): string {
  const tables = new Map<TableName, unknown[]>(TABLE_NAMES.map((table) => [table, []]));
  const put = (table: TableName, row: unknown) => tables.get(table)!.push(row);
  for (const [index, word] of PAYLOADS.entries()) {
    const buyerId = `b${index}`;
    const order = {
      platform: 'pdd',
      number: `${word}-${index}`,
      buyerKey: null,
      status: 'paid',
      shippedAt: null,
    };
    put('buyers', filled('buyers', buyerId, { mergedInto: null, sample: false }, word));
    for (const table of BUYER_TABLES) {
      const link = table === 'orderLinks' ? { platform: 'pdd', number: order.number } : {};
      put(table, filled(table, `${table}-${index}`, { buyerId, ...link, ...openState(table) }, word));
    }
    put('orders', filled('orders', `o${index}`, order, word));
    for (const table of [
      'products',
      'templates',
      'rules',
      'giftStock',
      'platformScores',
      'requests',
    ] as const) {
      const about = table === 'requests' ? { aboutId: buyerId } : {};
      put(table, filled(table, `${table}-${index}`, about, word));
    }
  }
  for (const key of SETTINGS) put('settings', filled('settings', `setting:${key}`, { key, value: VNODE }));
  const book = { ...emptyBook(), ...Object.fromEntries(tables) } as Book;
  return writeBackup(book, [], '2026-11-22T12:00:00Z');
}

/** Open, so that it stands in the lists of the day and not among what is over. */
function openState(table: TableName): Readonly<Record<string, unknown>> {
  if (table === 'promises')
    return { state: 'open', due: { on: 'day', day: '2026-11-02' }, snoozedUntil: null };
  if (table === 'gifts') return { state: 'to-pack' };
  if (table === 'discounts') return { state: 'owed', expires: null };
  if (table === 'packing') return { state: 'open' };
  return {};
}
