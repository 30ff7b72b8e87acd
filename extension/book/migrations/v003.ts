import type { AnyRecord } from '@shared/records/apply';
import type { Transaction } from 'dexie';
import { pagePacker, type SearchKind, type SearchPage } from '../search-pages';
import { pageTable, wordLines } from '../search-stores';
import { SEARCHED } from '../search-words';

/** Records read at once: a cursor takes ten times as long. */
const AT_ONCE = 2_000;

/**
 * What the search looks through is packed: an index entry for each pair of letters of each text took a large shop a
 * quarter of an hour to fill. How names sound is worked out anew, by a page and in its pauses. An order is found by
 * the platform's key of its buyer: whoever is erased need not wait until all orders were looked at.
 */
export const v003 = {
  version: 3,
  stores: {
    search: null,
    searchPages: 'key, rev',
    orders: 'id, number, status, [platform+number], shippedAt, completedAt, buyerKey',
  },
  upgrade: async (transaction: Transaction): Promise<void> => {
    await transaction.table('marks').bulkDelete(['search', 'later']);
    const packer = pagePacker(pageTable(transaction.table<SearchPage, string>('searchPages')));
    for (const name of SEARCHED) {
      const table = transaction.table<AnyRecord, string>(name);
      for (let after = ''; ; ) {
        const some = await table.where(':id').above(after).limit(AT_ONCE).toArray();
        await packer.add(name as SearchKind, wordLines(name, some));
        if (some.length < AT_ONCE) break;
        after = some.at(-1)!.id;
      }
    }
    await packer.end();
  },
} as const;
