import type { Ack } from '@extension/book/ack';
import { linkAccount } from '@extension/book/actions/accounts';
import { editBuyer } from '@extension/book/actions/buyers';
import { acknowledgeComplaint, closeComplaint, recordComplaint } from '@extension/book/actions/complaints';
import { recordDiscount, redeemDiscount, releaseDiscount } from '@extension/book/actions/discounts';
import { attachGift, giveGift, releaseGift } from '@extension/book/actions/gifts';
import { addNote } from '@extension/book/actions/notes';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { recordPackingNote, releasePackingNote } from '@extension/book/actions/packing';
import {
  breakPromise,
  keepPromise,
  recordPromise,
  releasePromise,
  renegotiatePromise,
} from '@extension/book/actions/promises';
import { remedyComplaint } from '@extension/book/actions/remedies';
import { markSent } from '@extension/book/actions/sent';
import { saveSetting } from '@extension/book/actions/settings';
import { removeSite, saveSite } from '@extension/book/actions/sites';
import { saveGiftStock } from '@extension/book/actions/stock';
import { undo } from '@extension/book/actions/undo';
import { recordVisit } from '@extension/book/actions/visits';
import type { OpenBook } from '@extension/book/open';
import { findBuyer } from '@extension/book/reads/accounts';
import { timeline } from '@extension/book/reads/history';
import { wholeBook } from '@extension/book/reads/whole';
import { type Book, TABLE_NAMES } from '@shared/records/book';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, giftOf, orderOf, promiseOf, refusal } from './desk';

// Tries F-24 of test/faults.md.

let shop: OpenBook;
beforeEach(async () => {
  shop = await freshBook();
});
afterEach(() => shop.close());

const annaKey = { platform: 'pdd', strength: 'platform', key: '10086' } as const;
const idOf = (ack: Ack, table: string) => done(ack).changes.find((change) => change.table === table)!.id;

/** What a book says, without who wrote it when: withdrawn records say nothing. */
function said(book: Book): unknown {
  return TABLE_NAMES.map((table) =>
    book[table]
      .filter((record) => !record.deleted)
      .map(({ stamps: _stamps, seat: _seat, ...fields }) => fields),
  );
}

const packing = {
  what: '包结实点',
  kind: 'wrap',
  cardText: null,
  orderNumber: null,
  standing: false,
} as const;
const visit = {
  what: '',
  state: 'answered',
  overall: 5,
  goods: 5,
  delivery: 4,
  service: 5,
  orderNumber: null,
} as const;
const complaint = { what: '瓶子碎了', cause: 'transit', cost: null, orderNumber: null } as const;

/** Every action there is: what has to be there before, and the action itself. */
const DEEDS: Readonly<Record<string, () => Promise<() => Promise<Ack>>>> = {
  recordPromise: async () => () => recordPromise(shop, anna, promiseOf()),
  ...Object.fromEntries(
    Object.entries({ keepPromise, breakPromise, releasePromise }).map(([name, deed]) => [
      name,
      async () => {
        const id = idOf(await recordPromise(shop, anna, promiseOf()), 'promises');
        return () => deed(shop, id);
      },
    ]),
  ),
  renegotiatePromise: async () => {
    const id = idOf(await recordPromise(shop, anna, promiseOf()), 'promises');
    return () => renegotiatePromise(shop, id, { on: 'day', day: '2026-12-01' });
  },
  recordDiscount: async () => () => recordDiscount(shop, anna, discountOf()),
  redeemDiscount: async () => {
    const id = idOf(await recordDiscount(shop, anna, discountOf()), 'discounts');
    return () => redeemDiscount(shop, id, '77');
  },
  releaseDiscount: async () => {
    const id = idOf(await recordDiscount(shop, anna, discountOf()), 'discounts');
    return () => releaseDiscount(shop, id);
  },
  recordPackingNote: async () => () => recordPackingNote(shop, anna, packing),
  releasePackingNote: async () => {
    const id = idOf(await recordPackingNote(shop, anna, packing), 'packing');
    return () => releasePackingNote(shop, id);
  },
  giveGift: async () => () => giveGift(shop, anna, giftOf()),
  releaseGift: async () => {
    const id = idOf(await giveGift(shop, anna, giftOf()), 'gifts');
    return () => releaseGift(shop, id);
  },
  attachGift: async () => {
    const id = idOf(await giveGift(shop, anna, giftOf()), 'gifts');
    return () => attachGift(shop, id, '77');
  },
  saveGiftStock: async () => () => saveGiftStock(shop, { id: null, name: 'tea', count: 5, cost: null }),
  markSent: async () => {
    const id = idOf(await recordDiscount(shop, anna, discountOf({ toBeSent: true })), 'discounts');
    return () => markSent(shop, 'discounts', [id]);
  },
  recordVisit: async () => () => recordVisit(shop, anna, visit),
  recordComplaint: async () => () => recordComplaint(shop, anna, complaint),
  acknowledgeComplaint: async () => {
    const id = idOf(await recordComplaint(shop, anna, complaint), 'complaints');
    return () => acknowledgeComplaint(shop, id);
  },
  remedyComplaint: async () => {
    const id = idOf(await recordComplaint(shop, anna, complaint), 'complaints');
    return () => remedyComplaint(shop, id, '补发一瓶');
  },
  closeComplaint: async () => {
    const id = idOf(await recordComplaint(shop, anna, complaint), 'complaints');
    return () => closeComplaint(shop, id);
  },
  addNote: async () => () => addNote(shop, anna, '爱讲价'),
  editBuyer: async () => {
    done(await addNote(shop, anna, 'x'));
    return () => editBuyer(shop, anna, { attitude: '很客气', tags: ['油皮'] });
  },
  linkAccount: async () => {
    const buyerId = done(await addNote(shop, anna, 'x')).buyerId!;
    return () =>
      linkAccount(shop, buyerId, { platform: 'taobao', strength: 'platform', key: '9', displayName: 'A' });
  },
  importOrders: async () => {
    done(await giveGift(shop, anna, giftOf()));
    return () => importOrders(shop, [orderOf()]);
  },
  linkOrders: async () => {
    const buyerId = done(await giveGift(shop, anna, giftOf())).buyerId!;
    return () => linkOrders(shop, buyerId, 'pdd', ['5', '6'], 'seen');
  },
  saveSetting: async () => {
    done(await saveSetting(shop, 'currency', 'CNY'));
    return () => saveSetting(shop, 'currency', 'USD');
  },
  saveSite: async () => () => saveSite(shop, { id: 'mine', matches: ['https://a.example/*'] }),
  removeSite: async () => {
    done(await saveSite(shop, { id: 'mine' }));
    return () => removeSite(shop, 'mine');
  },
};

describe('every action', () => {
  it.each(Object.keys(DEEDS))(
    '%s changes the book, is undone, and done again by undoing the undo',
    async (name) => {
      const deed = await DEEDS[name]!();
      const before = said(await wholeBook(shop));
      const action = done(await deed());
      const after = said(await wholeBook(shop));
      expect(after).not.toEqual(before);
      expect(JSON.parse(JSON.stringify(action))).toEqual(action);
      const undone = done(await undo(shop, action.id));
      expect(undone).toMatchObject({ name: 'undo', undoes: action.id });
      expect(said(await wholeBook(shop))).toEqual(before);
      expect(refusal(await undo(shop, action.id))).toBe('changed-since');
      done(await undo(shop, undone.id));
      expect(said(await wholeBook(shop))).toEqual(after);
    },
  );
});

describe('an undo', () => {
  it('goes back step by step', async () => {
    const first = done(await saveSetting(shop, 'shopName', 'A'));
    const second = done(await saveSetting(shop, 'shopName', 'B'));
    const third = done(await saveSetting(shop, 'shopName', 'C'));
    const name = async () => (await shop.db.settings.get('setting:shopName'))!;
    done(await undo(shop, third.id));
    done(await undo(shop, second.id));
    expect((await name()).value).toBe('A');
    done(await undo(shop, first.id));
    expect((await name()).deleted).toBe(true);
  });

  it('leaves alone what was written later, and says so when nothing is left', async () => {
    const first = done(await editBuyer(shop, anna, { attitude: '客气', grade: 'A' }));
    const edit = done(await editBuyer(shop, anna, { attitude: '急', grade: 'B' }));
    done(await editBuyer(shop, anna, { attitude: '好说话' }));
    done(await undo(shop, edit.id));
    expect(await findBuyer(shop, annaKey)).toMatchObject({ attitude: '好说话', grade: 'A' });
    expect(refusal(await undo(shop, first.id))).toBe('changed-since');
  });

  it('does not take a buyer away from what was recorded about them since', async () => {
    const met = done(await recordPromise(shop, anna, promiseOf()));
    done(await addNote(shop, anna, '后来记的'));
    done(await undo(shop, met.id));
    const buyer = await findBuyer(shop, annaKey);
    expect(buyer).toMatchObject({ name: 'Anna' });
    expect((await shop.db.promises.toArray()).map((promise) => promise.deleted)).toEqual([true]);
  });

  it('lets a buyer be met again after it', async () => {
    const met = done(await addNote(shop, anna, 'x'));
    done(await undo(shop, met.id));
    expect(await findBuyer(shop, annaKey)).toBe(null);
    done(await addNote(shop, anna, 'y'));
    expect(await findBuyer(shop, annaKey)).toMatchObject({ name: 'Anna', deleted: false });
    expect(await shop.db.buyers.count()).toBe(1);
  });

  it('refuses a promise that was kept since: first that is taken back, then the promise', async () => {
    const made = await recordPromise(shop, anna, promiseOf());
    const kept = done(await keepPromise(shop, idOf(made, 'promises')));
    done(await undo(shop, kept.id));
    done(await undo(shop, done(made).id));
    expect(await findBuyer(shop, annaKey)).toBe(null);
  });

  it('of an action the history does not have is refused', async () => {
    expect(refusal(await undo(shop, 'nothing'))).toBe('not-found');
  });
});

describe('the timeline', () => {
  it('tells each action in words, and what was taken back', async () => {
    const made = await recordPromise(shop, anna, promiseOf());
    const kept = done(await keepPromise(shop, idOf(made, 'promises')));
    done(await undo(shop, kept.id));
    const lines = await timeline(shop, 10, done(made).buyerId!);
    expect(lines.map((line) => [line.sentence.key, line.sentence.params.what, line.undone])).toEqual([
      ['records.timeline.undo', '周五前发货', false],
      ['records.timeline.keep-promise', '周五前发货', true],
      ['records.timeline.record-promise', '周五前发货', false],
    ]);
  });
});
