import { KEY_STRENGTHS } from '@shared/records/account';
import { derivedId } from '@shared/records/id';
import type { Ack } from '../ack';
import { creating } from '../changes';
import type { OpenBook } from '../open';
import { livingBuyer } from '../reads/merged';

/** A wait that came to its end, as the chat page's list told it. */
export interface EndedWait {
  readonly platform: string;
  /** The conversation's key in the list. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly exact: boolean;
  readonly place: number | null;
  readonly end: 'answered' | 'left';
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
}

const MINUTE = 60_000;

/**
 * Keeps a wait that is over, so that the review knows the hours in which buyers wait (P10). Written by the panel
 * that saw it; two panels that follow the same list write one record, because its identifier comes from the
 * conversation and the minute it began. Of somebody the book does not know, only the hours are kept, no name.
 */
export function recordWait(book: OpenBook, wait: EndedWait): Promise<Ack> {
  const { platform, key, since, exact, place, end, endedAt } = wait;
  return book.commit({
    name: 'record-wait',
    plan: async () => {
      const minute = Math.floor(since / MINUTE);
      const idAt = (at: number) => derivedId('wait', platform, key, String(at));
      // Two pages read the same "4 min" seconds apart: the beginning may fall into the next minute.
      const near = await book.db.waits.bulkGet([minute - 1, minute, minute + 1].map(idAt));
      if (near.some((one) => one !== undefined)) return { buyerId: null, changes: [] };
      const buyer = await buyerOfRow(book, platform, key);
      const at = new Date(endedAt).toISOString();
      return {
        buyerId: buyer?.id ?? null,
        changes: [
          creating('waits', idAt(minute), {
            buyerId: buyer?.id ?? null,
            platform,
            name: buyer?.name ?? '',
            startedAt: new Date(since).toISOString(),
            exact,
            place,
            answeredAt: end === 'answered' ? at : null,
            leftAt: end === 'left' ? at : null,
          }),
        ],
      };
    },
  });
}

/** The buyer of a row of the chat's list, however sure its key is; `null` when the book does not know them. */
export async function buyerOfRow({ db }: OpenBook, platform: string, key: string) {
  const account = await db.accounts
    .where('[platform+strength+key]')
    .anyOf(KEY_STRENGTHS.map((strength) => [platform, strength, key]))
    .filter(({ deleted }) => !deleted)
    .first();
  return account ? livingBuyer(db, account.buyerId) : null;
}
