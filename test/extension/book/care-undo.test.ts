import type { Ack } from '@extension/book/ack';
import { fillNewMessage, prepareForMany } from '@extension/book/actions/care-messages';
import { dropDate, editDate, recordDate, seeToDate } from '@extension/book/actions/dates';
import {
  linkBrought,
  recordReferral,
  referralBought,
  releaseReferral,
  rewardReferral,
} from '@extension/book/actions/referrals';
import { followRule, removeRule, saveRule } from '@extension/book/actions/rules';
import {
  backInStock,
  boughtStockWait,
  expireHolds,
  holdLonger,
  recordStockWait,
  releaseStockWait,
  tellStockWait,
} from '@extension/book/actions/stock-waits';
import {
  boughtAgain,
  editSupply,
  graduateSupply,
  recordSupply,
  releaseSupply,
} from '@extension/book/actions/supplies';
import { undo } from '@extension/book/actions/undo';
import { dropVisit, visitUnanswered } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { wholeBook } from '@extension/book/reads/whole';
import type { Book } from '@shared/records/book';
import { TABLE_NAMES } from '@shared/records/book';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date, idOf, referral, rule, samplesIn, supply, wait } from './care-samples';
import { anna, done, freshBook, wang } from './desk';

let shop: OpenBook;
let on: ReturnType<typeof samplesIn>;
beforeEach(async () => {
  shop = await freshBook();
  on = samplesIn(shop);
});
afterEach(() => shop.close());

/** What a book says, without who wrote it when: withdrawn records say nothing. */
function said(book: Book): unknown {
  return TABLE_NAMES.map((table) =>
    book[table].filter(({ deleted }) => !deleted).map(({ stamps: _s, seat: _w, ...fields }) => fields),
  );
}

/** Every action of this part: what has to be there before, and the action itself. */
const DEEDS: Readonly<Record<string, () => Promise<() => Promise<Ack>>>> = {
  recordDate: async () => () => recordDate(shop, anna, date),
  editDate: async () => {
    const id = await on.aDate();
    return () => editDate(shop, id, { ...date, month: 11 });
  },
  dropDate: async () => {
    const id = await on.aDate();
    return () => dropDate(shop, id);
  },
  seeToDate: async () => {
    const id = await on.aDate();
    return () => seeToDate(shop, id, '2026-12-04');
  },
  recordSupply: async () => () => recordSupply(shop, anna, supply),
  editSupply: async () => {
    const id = await on.aSupply();
    return () => editSupply(shop, id, { ...supply, runsOutOn: '2026-12-05' });
  },
  boughtAgain: async () => {
    const id = await on.aSupply();
    return () => boughtAgain(shop, id, '2026-11-22', 900);
  },
  graduateSupply: async () => {
    const id = await on.aSupply();
    return () => graduateSupply(shop, id);
  },
  releaseSupply: async () => {
    const id = await on.aSupply();
    return () => releaseSupply(shop, id);
  },
  recordStockWait: async () => () => recordStockWait(shop, anna, wait),
  backInStock: async () => {
    await on.aWait();
    return () => backInStock(shop, { goods: 'what:白色马克杯', pieces: null, text: () => '到货了' });
  },
  tellStockWait: async () => {
    const id = await on.aWait();
    return () => tellStockWait(shop, id);
  },
  boughtStockWait: async () => {
    const id = await on.aWait();
    return () => boughtStockWait(shop, id);
  },
  releaseStockWait: async () => {
    const id = await on.aWait();
    return () => releaseStockWait(shop, id);
  },
  holdLonger: async () => {
    const id = await on.aWait();
    return () => holdLonger(shop, id, '2026-11-30');
  },
  expireHolds: async () => {
    await recordStockWait(shop, anna, { ...wait, kind: 'hold', holdUntil: '2026-11-21' });
    return () => expireHolds(shop, '2026-11-22');
  },
  recordReferral: async () => () => recordReferral(shop, anna, { ...referral, other: { name: '小李' } }),
  linkBrought: async () => {
    const id = idOf(
      await recordReferral(shop, anna, { ...referral, other: { name: '王小姐' } }),
      'referrals',
    );
    const other = await on.buyerOf(wang);
    return () => linkBrought(shop, id, other);
  },
  referralBought: async () => {
    const id = await on.aReferral();
    return () => referralBought(shop, id);
  },
  rewardReferral: async () => {
    const id = await on.aReferral();
    done(await referralBought(shop, id));
    return () => rewardReferral(shop, id, 'referrer');
  },
  releaseReferral: async () => {
    const id = await on.aReferral();
    done(await referralBought(shop, id));
    return () => releaseReferral(shop, id);
  },
  saveRule: async () => () => saveRule(shop, null, rule),
  removeRule: async () => {
    const id = await on.aRule();
    return () => removeRule(shop, id);
  },
  followRule: async () => {
    const [id, buyer] = [await on.aRule(), await on.buyerOf()];
    return () => followRule(shop, id, buyer, { what: '减 10 块', stockId: null, text: '给您留了券' });
  },
  dropVisit: async () => {
    const id = await on.aVisit('planned');
    return () => dropVisit(shop, id);
  },
  visitUnanswered: async () => {
    const id = await on.aVisit('asked');
    return () => visitUnanswered(shop, id);
  },
  fillNewMessage: async () => () =>
    fillNewMessage(shop, anna, { text: '好', dueOn: '2026-11-22', reason: 'care', aboutId: null }),
  prepareForMany: async () => {
    const buyerId = await on.buyerOf();
    const message = {
      buyerId,
      text: '中秋快乐',
      dueOn: '2026-11-22',
      reason: 'greeting',
      aboutId: 'h',
    } as const;
    return () => prepareForMany(shop, [message]);
  },
};

describe('every action of keeping in touch', () => {
  it.each(Object.keys(DEEDS))('%s is taken back by one undo, and the undo by another', async (name) => {
    const deed = await DEEDS[name]!();
    const before = said(await wholeBook(shop));
    const action = done(await deed());
    const after = said(await wholeBook(shop));
    expect(after).not.toEqual(before);
    const back = done(await undo(shop, action.id));
    expect(said(await wholeBook(shop))).toEqual(before);
    done(await undo(shop, back.id));
    expect(said(await wholeBook(shop))).toEqual(after);
  });
});
