import type { Action } from '@shared/records/action';
import type { AnyRecord } from '@shared/records/apply';
import { BOOK_TABLES, type Book, emptyBook, type RecordOf, type TableName } from '@shared/records/book';
import { BUYER_TABLES } from '@shared/records/buyer-tables';
import { nextStamp } from '@shared/records/stamp';
import type { Json } from '@shared/text/json';
import * as v from 'valibot';

/** Stands in every text about the buyer, and nowhere else. Base64 as well, so that a picture may hold it. */
export const TOKEN = 'ZGTRACE7';
export const BUYER = `buyer-${TOKEN}`;
const OTHER = 'buyer-of-somebody-else';
const AT = '2026-11-02T08:00:00Z';
const stamp = nextStamp(null, Date.parse(AT), 'owner');

/** Whatever a field may hold, the token wherever text may stand. */
const VALUES: readonly unknown[] = [
  TOKEN,
  [TOKEN],
  AT,
  '2026-11-02',
  3,
  true,
  [{ title: TOKEN, sku: TOKEN, quantity: 1 }],
  [{ name: TOKEN, value: TOKEN }],
  { platform: 'pdd', conversation: TOKEN },
  { on: 'back-in-stock', what: TOKEN },
  { to: TOKEN, from: TOKEN },
  { checked: null, claimUntil: null, claimedAt: null, number: TOKEN },
  { minor: 100, currency: 'CNY' },
  [],
  null,
];

/** A record of any table, every field of it filled; of a table that comes later as well. */
export function filled<Name extends TableName>(
  table: Name,
  id: string,
  fixed: Readonly<Record<string, unknown>>,
): RecordOf<Name> {
  const schema = BOOK_TABLES[table];
  const envelope = { id, schema: 2, seat: 'owner', deleted: false };
  const fields = Object.entries(schema.entries as Readonly<Record<string, v.GenericSchema>>)
    .filter(([field]) => !(field in envelope) && field !== 'stamps')
    .map(([field, one]) => {
      if (field in fixed) return [field, fixed[field]] as const;
      const options = optionsOf(one);
      const value = [...options, ...options.map((option) => [option]), ...VALUES].find((some) =>
        v.is(one, some),
      );
      return [field, value] as const;
    });
  const stamps = Object.fromEntries(fields.map(([field]) => [field, stamp]));
  return v.parse(schema, { ...envelope, stamps, ...Object.fromEntries(fields) }) as RecordOf<Name>;
}

function optionsOf(schema: unknown): readonly unknown[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('options' in schema && Array.isArray(schema.options)) {
    return schema.options.filter((option) => typeof option === 'string');
  }
  if ('wrapped' in schema) return optionsOf(schema.wrapped);
  return 'item' in schema ? optionsOf(schema.item) : [];
}

function note(id: string, text: string): RecordOf<'notes'> {
  return filled('notes', id, { buyerId: OTHER, text, by: 'owner' });
}

/** A book with one buyer in every table there is, beside somebody else who named them as brought along. */
export function fullBook(): {
  readonly book: Book;
  readonly actions: readonly Action[];
  readonly buyerId: string;
  readonly orderId: string;
} {
  const order = { platform: 'pdd', number: `${TOKEN}-1`, buyerKey: null };
  const orderId = `order-${TOKEN}`;
  const link = { platform: order.platform, number: order.number };
  const fixed = { mergedInto: null, sample: false, deleted: false };
  const own = BUYER_TABLES.map((table) => [
    table,
    [filled(table, `${table}-${TOKEN}`, { buyerId: BUYER, ...(table === 'orderLinks' ? link : {}) })],
  ]);
  const tables = Object.fromEntries(own) as Partial<Book>;
  const account = tables.accounts![0]!;
  const book: Book = {
    ...emptyBook(),
    ...tables,
    buyers: [
      filled('buyers', BUYER, fixed),
      filled('buyers', `merged-${TOKEN}`, { ...fixed, mergedInto: BUYER }),
      { ...filled('buyers', OTHER, fixed), ...plainTexts('buyers') },
    ],
    orders: [
      filled('orders', orderId, order),
      filled('orders', `order-keyed-${TOKEN}`, {
        ...order,
        number: `${TOKEN}-2`,
        platform: account.platform,
        buyerKey: account.key,
      }),
      {
        ...filled('orders', 'order-other', { ...link, number: 'B-1', buyerKey: null }),
        ...plainTexts('orders'),
      },
    ],
    notes: [...(tables.notes ?? []), note('note-other', 'of somebody else')],
    referrals: [
      ...(tables.referrals ?? []),
      {
        ...filled('referrals', 'referral-other', { buyerId: OTHER, broughtId: BUYER, broughtName: TOKEN }),
        rewardReferrer: '',
        rewardBrought: '',
        by: 'owner',
      },
    ],
    requests: [filled('requests', 'request', { aboutId: BUYER, by: 'owner' })],
    settings: [
      filled('settings', `setting:memo/${TOKEN}-1`, { key: `memo/${TOKEN}-1`, value: 'done' }),
      filled('settings', 'setting:decisions', {
        key: 'decisions',
        value: { [TOKEN]: 1, week: [`see ${TOKEN}-1`, 'rest'] },
      }),
    ],
    freezes: [
      filled('freezes', 'freeze', {
        week: '2026-W44',
        program: '1',
        inputs: [],
        review: { clv: { top: [{ buyer: TOKEN, clv: 3 }] } },
        notes: {},
        decisions: [`write to ${TOKEN}-1`],
      }),
    ],
  };
  return { book, actions: history(book), buyerId: BUYER, orderId };
}

/** Somebody else's record says nothing of the buyer. */
function plainTexts(table: 'buyers' | 'orders'): Record<string, Json> {
  const texts =
    table === 'buyers'
      ? ['name', 'attitude', 'source', 'grade', 'phone', 'address', 'cautionEvidence', 'area']
      : ['buyerName', 'region', 'buyerMessage', 'sellerMemo', 'flag', 'courierNumber'];
  const lists = table === 'buyers' ? ['tags', 'facts', 'custom'] : ['items'];
  return {
    ...Object.fromEntries(texts.map((field) => [field, 'x'])),
    ...Object.fromEntries(lists.map((field) => [field, []])),
    ...(table === 'buyers' ? { caution: null } : {}),
  };
}

function history(book: Book): readonly Action[] {
  const head = { seat: 'owner', at: AT, undoes: null };
  const wrote = (table: TableName, record: AnyRecord) => {
    const { id, schema, seat, stamps, ...set } = record;
    return { table, id, set: set as unknown as Record<string, Json> };
  };
  const about = BUYER_TABLES.flatMap((table) => book[table].map((row) => [table, row] as const));
  const theirs = about.filter(([, row]) => row.id.includes(TOKEN)).map(([table, row]) => wrote(table, row));
  const orders = book.orders.map((row) => wrote('orders', row));
  const time = (n: number) => nextStamp(null, Date.parse(AT) + n, 'owner');
  return [
    {
      ...head,
      id: `own-${TOKEN}`,
      name: 'add-note',
      stamp: time(1),
      buyerId: BUYER,
      changes: theirs,
      inverse: theirs,
    },
    {
      ...head,
      id: 'import',
      name: 'import-orders',
      stamp: time(2),
      buyerId: null,
      changes: orders,
      inverse: orders,
    },
    {
      ...head,
      id: 'other',
      name: 'record-referral',
      stamp: time(3),
      buyerId: OTHER,
      changes: [
        {
          table: 'referrals',
          id: 'referral-other',
          set: { broughtId: BUYER, broughtName: TOKEN, state: 'named' },
        },
        { table: 'settings', id: 'setting:decisions', set: { value: [`see ${TOKEN}-1`, 'rest'] } },
      ],
      inverse: [],
    },
  ];
}
