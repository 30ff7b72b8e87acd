import type { Book, RecordOf, TableName } from '@shared/records/book';
import { type BookView, inView } from './book-view';

/** How much the book holds of one noun, so that whatever was recorded can be seen in the review (P24). */
export interface BookCount {
  readonly noun: TableName;
  /** Records there are. */
  readonly total: number;
  /** Of these, written down within the days of the review; `null` where the noun has no moment of its own. */
  readonly inPeriod: number | null;
  /** By state, for nouns that have one. */
  readonly states: Readonly<Record<string, number>> | null;
}

type Moment = { readonly [Table in TableName]?: (row: RecordOf<Table>) => string | null };

/** When a record of a noun came about, as the noun itself says. */
const MOMENTS: Moment = {
  promises: (row) => row.saidAt,
  discounts: (row) => row.saidAt,
  gifts: (row) => row.saidAt,
  packing: (row) => row.notedAt,
  parcels: (row) => row.packedAt,
  visits: (row) => row.askedAt ?? row.answeredAt,
  complaints: (row) => row.openedAt,
  leads: (row) => row.openedAt,
  referrals: (row) => row.notedAt,
  stockWaits: (row) => row.askedAt,
  wishes: (row) => row.notedAt,
  notes: (row) => row.notedAt,
  steps: (row) => row.at,
  messages: (row) => row.preparedAt,
  waits: (row) => row.startedAt,
  requests: (row) => row.at,
};

/** What is counted: the whole practice, P1 to P23; not the shop's settings, pictures and the bookkeeping itself. */
const COUNTED = [
  'buyers',
  'people',
  'dates',
  'promises',
  'discounts',
  'packing',
  'gifts',
  'parcels',
  'visits',
  'complaints',
  'guarantees',
  'leads',
  'referrals',
  'stockWaits',
  'supplies',
  'wishes',
  'messages',
  'waits',
  'notes',
  'steps',
  'promotions',
  'rules',
  'products',
  'templates',
  'giftStock',
  'platformScores',
] as const satisfies readonly TableName[];

/** How many of each noun the book holds, how many are new, and how they stand. Nouns of which there are none are left out. */
export function bookCounts(book: Book, view: BookView): readonly BookCount[] {
  return COUNTED.map((noun) => countOf(noun, book, view)).filter(({ total }) => total > 0);
}

/** The records of a noun that are counted: neither thrown away nor become part of another. */
export function recordsCounted<Table extends TableName>(noun: Table, book: Book): readonly RecordOf<Table>[] {
  return (book[noun] as readonly RecordOf<Table>[]).filter(
    (row) => !row.deleted && !('mergedInto' in row && row.mergedInto !== null),
  );
}

/** When a record of a noun came about; `undefined` for a noun without a moment of its own. */
export function momentOf<Table extends TableName>(
  noun: Table,
): ((row: RecordOf<Table>) => string | null) | undefined {
  return MOMENTS[noun] as ((row: RecordOf<Table>) => string | null) | undefined;
}

function countOf<Table extends TableName>(noun: Table, book: Book, view: BookView): BookCount {
  const rows = recordsCounted(noun, book);
  const moment = momentOf(noun);
  const states = new Map<string, number>();
  let fresh = 0;
  for (const row of rows) {
    if ('state' in row) states.set(row.state, (states.get(row.state) ?? 0) + 1);
    const at = moment?.(row) ?? null;
    if (at !== null && inView(at, view)) fresh += 1;
  }
  return {
    noun,
    total: rows.length,
    inPeriod: moment ? fresh : null,
    states: states.size > 0 ? Object.fromEntries([...states].sort(([a], [b]) => (a < b ? -1 : 1))) : null,
  };
}
