import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { writeBackup } from '@shared/backup/write';
import { addDays, type Day, dayOf } from '@shared/calendar/day';
import type { Change } from '@shared/records/action';
import { applyChanges, readRecordKey } from '@shared/records/apply';
import { type Book, emptyBook, TABLE_NAMES } from '@shared/records/book';
import { newId } from '@shared/records/id';
import { nextStamp } from '@shared/records/stamp';

/** A promise to be found in the book: due so many days from now, negative for late. */
export interface SmallPromise {
  readonly what: string;
  readonly dueIn: number;
}

export interface SmallBuyer {
  readonly name: string;
  readonly phone?: string;
  readonly promises?: readonly SmallPromise[];
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const world = { now: () => Date.now(), timeZone: zone, random: (count: number) => randomBytes(count) };
/** Everything was said this long ago, so that nothing of it counts as just typed. */
const BEFORE = 5 * 86_400_000;

/** The day so many days from today, in this computer's zone. */
export function dayIn(days: number): Day {
  return addDays(dayOf(Date.now(), zone), days);
}

/** The text of a backup with these buyers; the desktop speaks at any hour, so that no test depends on the clock. */
export function smallBook(buyers: readonly SmallBuyer[]): string {
  const saidAt = new Date(Date.now() - BEFORE).toISOString();
  const quiet: Change = {
    table: 'settings',
    id: 'setting:quietHours',
    set: { key: 'quietHours', value: null },
  };
  const changes = buyers.flatMap(({ name, phone = '', promises = [] }): readonly Change[] => {
    const buyerId = newId(world);
    const buyer = {
      name,
      phone,
      attitude: '',
      source: '',
      grade: '',
      address: '',
      tags: [],
      facts: [],
      caution: null,
      since: dayIn(-30),
    };
    return [
      { table: 'buyers', id: buyerId, set: buyer },
      ...promises.map(({ what, dueIn }): Change => {
        const promise = {
          buyerId,
          what,
          kind: 'other',
          state: 'open',
          due: { on: 'day', day: dayIn(dueIn) },
          quote: '',
          saidAt,
          where: null,
          cost: null,
          orderNumber: null,
          settledAt: null,
          settledOn: null,
          by: 'owner',
        };
        return { table: 'promises', id: newId(world), set: promise };
      }),
    ];
  });
  const stamp = nextStamp(null, Date.now() - BEFORE, 'owner');
  const applied = applyChanges(new Map(), [quiet, ...changes], stamp, 'owner');
  if (!applied.ok) throw new Error(`the small book is not right: ${applied.detail}`);
  const rows = [...applied.after].map(([key, record]) => [readRecordKey(key).table, record] as const);
  const tables = TABLE_NAMES.map((name) => [
    name,
    rows.filter(([table]) => table === name).map(([, record]) => record),
  ]);
  const book = { ...emptyBook(), ...Object.fromEntries(tables) } as Book;
  return writeBackup(book, [], new Date().toISOString());
}

export async function writeSmallBook(path: string, buyers: readonly SmallBuyer[]): Promise<void> {
  await writeFile(path, smallBook(buyers));
}
