import type { Action, Change } from '@shared/records/action';
import type { Buyer } from '@shared/records/buyer';
import { type MergeChoice, mergedBuyer } from '@shared/records/merged-buyer';
import { type Ack, refuse } from '../ack';
import { BUYER_TABLES } from '../buyer-tables';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { missing, present } from './common';
import { takenBack } from './undo';

/**
 * Makes two files of one person one (P2): everything recorded in `goneId` moves to `keepId`, the chosen values
 * of the profile stay, lists are joined. The other file stays as a signpost: old links lead to the kept one.
 */
export function mergeBuyers(
  book: OpenBook,
  keepId: string,
  goneId: string,
  choice: MergeChoice = {},
): Promise<Ack> {
  return book.commit({
    name: 'merge-buyers',
    plan: async () => {
      const [keep, gone] = [await present(book, 'buyers', keepId), await present(book, 'buyers', goneId)];
      if (!keep) return missing('buyers', keepId);
      if (!gone) return missing('buyers', goneId);
      const why = notTogether(keep, gone);
      if (why) return refuse('invalid', why);
      const fields = mergedBuyer(keep, gone, choice);
      return {
        buyerId: keepId,
        changes: [
          setting('buyers', goneId, { mergedInto: keepId }),
          ...(Object.keys(fields).length > 0 ? [setting('buyers', keepId, fields)] : []),
          ...(await movedRecords(book, keepId, goneId)),
          ...(await movedReferrals(book, keepId, goneId)),
        ],
      };
    },
  });
}

function notTogether(keep: Buyer, gone: Buyer): string | null {
  if (keep.id === gone.id) return 'a file cannot go into itself';
  if (keep.mergedInto !== null || gone.mergedInto !== null) return 'one of the two is part of another file';
  // The sample would bring its made-up records into the numbers.
  return keep.sample || gone.sample ? 'the sample buyer stays by itself' : null;
}

/** Withdrawn records move too: an undo that brings one back must not leave it in a file nobody opens. */
async function movedRecords({ db }: OpenBook, keepId: string, goneId: string): Promise<readonly Change[]> {
  const lists = await Promise.all(
    BUYER_TABLES.map(async (table) => {
      const ids = await db.table(table).where('buyerId').equals(goneId).primaryKeys();
      return ids.map((id): Change => ({ table, id: String(id), set: { buyerId: keepId } }));
    }),
  );
  return lists.flat();
}

/** Who was brought is the kept buyer now; somebody who brought themself is nobody's referral. */
async function movedReferrals({ db }: OpenBook, keepId: string, goneId: string): Promise<readonly Change[]> {
  const brought = await db.referrals.where('broughtId').anyOf([keepId, goneId]).toArray();
  return brought.flatMap((referral): readonly Change[] => {
    const by = referral.buyerId === goneId ? keepId : referral.buyerId;
    const set = {
      ...(referral.broughtId === goneId ? { broughtId: keepId } : {}),
      ...(by === keepId && !referral.deleted ? { state: 'released' as const } : {}),
    };
    return Object.keys(set).length > 0 ? [setting('referrals', referral.id, set)] : [];
  });
}

/**
 * Parts two files again, however long after. What moved goes back where nothing else was done to it since; what
 * was recorded in the meantime stays with the kept buyer.
 */
export function unmergeBuyers(book: OpenBook, goneId: string): Promise<Ack> {
  return book.commit({
    name: 'unmerge-buyers',
    plan: async () => {
      const gone = await present(book, 'buyers', goneId);
      if (!gone) return missing('buyers', goneId);
      const { mergedInto } = gone;
      if (mergedInto === null) return refuse('invalid', `${gone.name} is a file of its own`);
      const merge = await mergeOf(book, gone);
      const back = merge ? await takenBack(book, merge) : [];
      const freed = back.some(({ table, id }) => table === 'buyers' && id === goneId);
      const changes = freed ? back : [setting('buyers', goneId, { mergedInto: null }), ...back];
      // First the file that is freed: the timeline is told by its name.
      const first = changes.filter(({ id }) => id === goneId);
      return { buyerId: mergedInto, changes: [...first, ...changes.filter(({ id }) => id !== goneId)] };
    },
  });
}

/** The action that put a file into the one it is part of; `null` when the history was not brought along. */
export async function mergeOf({ db }: OpenBook, gone: Buyer): Promise<Action | null> {
  const found = await db.actions
    .where('[name+stamp]')
    .between(['merge-buyers', ''], ['merge-buyers', '\uffff'])
    .reverse()
    .filter(({ changes }) =>
      changes.some(
        ({ table, id, set }) => table === 'buyers' && id === gone.id && set.mergedInto === gone.mergedInto,
      ),
    )
    .first();
  return found ?? null;
}
