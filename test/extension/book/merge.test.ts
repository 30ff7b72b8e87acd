import type { Ack } from '@extension/book/ack';
import { linkAccount, unlinkAccount } from '@extension/book/actions/accounts';
import { editBuyer } from '@extension/book/actions/buyers';
import { recordDiscount } from '@extension/book/actions/discounts';
import { giveGift } from '@extension/book/actions/gifts';
import { mergeBuyers, unmergeBuyers } from '@extension/book/actions/merge-buyers';
import { addNote } from '@extension/book/actions/notes';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { keepPromise, recordPromise } from '@extension/book/actions/promises';
import { undo } from '@extension/book/actions/undo';
import { BUYER_TABLES } from '@extension/book/buyer-tables';
import type { OpenBook } from '@extension/book/open';
import { linkPreview, otherFiles, unlinkPreview } from '@extension/book/reads/account-preview';
import { findAccount, findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { timeline } from '@extension/book/reads/history';
import { mergePreview, unmergePreview } from '@extension/book/reads/merge-preview';
import { searchBuyers } from '@extension/book/reads/search';
import { todayView } from '@extension/book/reads/today';
import { wholeBook } from '@extension/book/reads/whole';
import { TABLE_NAMES } from '@shared/records/book';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, giftOf, orderOf, promiseOf, refusal, wang } from './desk';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => book.close());

const taobao = { platform: 'taobao', strength: 'platform', key: '777', displayName: 'anna_tb' } as const;
const idOf = (ack: Ack, table: string) => done(ack).changes.find((change) => change.table === table)!.id;
const names = async (query: string) => (await searchBuyers(book, query, 9)).map(({ buyer }) => buyer.name);

/** Anna on pdd with a promise and a note, and the same person on taobao with a discount and an order. */
async function twoFiles() {
  const keep = done(await recordPromise(book, anna, promiseOf())).buyerId!;
  done(await addNote(book, anna, '敏感肌'));
  const other = { account: taobao };
  const gone = done(
    await recordDiscount(book, other, discountOf({ where: { platform: 'taobao', conversation: '777' } })),
  ).buyerId!;
  done(await importOrders(book, [orderOf({ platform: 'taobao', number: 'T1', buyerKey: '777' })]));
  return { keep, gone, other };
}

describe('every table about a buyer', () => {
  it('can be asked for a buyer', () => {
    const indexed = new Set(
      book.db.tables.filter((table) => 'buyerId' in table.schema.idxByName).map(({ name }) => name),
    );
    expect(BUYER_TABLES.filter((name) => !indexed.has(name))).toEqual([]);
    expect(BUYER_TABLES).toContain('people');
  });
});

describe('two files made one', () => {
  it('shows side by side what differs and counts what moves', async () => {
    const { keep, gone } = await twoFiles();
    done(await editBuyer(book, { buyerId: keep }, { grade: 'A' }));
    done(await editBuyer(book, { buyerId: gone }, { grade: 'B', phone: '13800138000' }));
    const preview = await mergePreview(book, keep, gone);
    expect(preview?.fields).toEqual([
      { field: 'name', suggested: 'keep' },
      { field: 'grade', suggested: 'keep' },
      { field: 'phone', suggested: 'gone' },
    ]);
    expect(preview?.moving).toEqual({ accounts: 1, orderLinks: 1, discounts: 1 });
  });

  it('moves everything, keeps the chosen values, joins the lists', async () => {
    const { keep, gone } = await twoFiles();
    done(await editBuyer(book, { buyerId: keep }, { grade: 'A', tags: ['油皮'] }));
    done(
      await editBuyer(
        book,
        { buyerId: gone },
        { grade: 'B', phone: '13800138000', tags: ['老客'], custom: [{ name: '尺码', value: 'M' }] },
      ),
    );
    done(await mergeBuyers(book, keep, gone, { grade: 'gone' }));
    const view = await buyerView(book, keep);
    expect(view?.buyer).toMatchObject({
      name: 'Anna',
      grade: 'B',
      phone: '13800138000',
      tags: ['油皮', '老客'],
      custom: [{ name: '尺码', value: 'M' }],
    });
    expect(view?.discounts).toHaveLength(1);
    expect(view?.orders.map(({ number }) => number)).toEqual(['T1']);
    expect(view?.accounts).toHaveLength(2);
  });

  it('leads old links to the kept file, and nobody finds the other one any more', async () => {
    const { keep, gone, other } = await twoFiles();
    expect(await names('anna_tb')).toEqual(['anna_tb']);
    done(await mergeBuyers(book, keep, gone));
    expect((await buyerView(book, gone))?.buyer.id).toBe(keep);
    expect((await findBuyer(book, taobao))?.id).toBe(keep);
    expect(await names('anna_tb')).toEqual(['Anna']);
    expect(done(await addNote(book, other, 'x')).buyerId).toBe(keep);
    expect(done(await addNote(book, { buyerId: gone }, 'y')).buyerId).toBe(keep);
    const today = await todayView(book, '2026-11-27');
    expect([...today.due, ...today.toBeSent].map(({ buyer }) => buyer.id)).toEqual([keep]);
  });

  it('tells the history of both in one timeline, and the merge by the name of the other file', async () => {
    const { keep, gone } = await twoFiles();
    done(await mergeBuyers(book, keep, gone));
    const told = (await timeline(book, 20, keep)).map(({ sentence }) => sentence);
    expect(told.map(({ key }) => key)).toEqual([
      'records.timeline.merge-buyers',
      'records.timeline.record-discount',
      'records.timeline.add-note',
      'records.timeline.record-promise',
    ]);
    expect(told[0]?.params.what).toBe('anna_tb');
  });

  it('is one act: undone, everything is as it was', async () => {
    const { keep, gone } = await twoFiles();
    const before = await said();
    const merged = done(await mergeBuyers(book, keep, gone));
    expect(await said()).not.toEqual(before);
    done(await undo(book, merged.id));
    expect(await said()).toEqual(before);
    expect(await names('anna_tb')).toEqual(['anna_tb']);
  });

  it('takes no file twice, nor into itself, nor the sample', async () => {
    const { keep, gone } = await twoFiles();
    expect(refusal(await mergeBuyers(book, keep, keep))).toBe('invalid');
    done(await editBuyer(book, { buyerId: gone }, { sample: true }));
    expect(refusal(await mergeBuyers(book, keep, gone))).toBe('invalid');
    done(await editBuyer(book, { buyerId: gone }, { sample: false }));
    done(await mergeBuyers(book, keep, gone));
    expect(refusal(await mergeBuyers(book, keep, gone))).toBe('invalid');
  });

  it('leaves a note that was moved to be taken back, and does not unmake the signpost', async () => {
    const { keep, gone, other } = await twoFiles();
    const note = done(await addNote(book, other, '爱喝茶'));
    const first = (await book.db.actions.toArray()).find(({ name }) => name === 'record-discount')!;
    done(await mergeBuyers(book, keep, gone));
    done(await undo(book, note.id));
    expect((await buyerView(book, keep))?.notes.map(({ text }) => text)).toEqual(['敏感肌']);
    done(await undo(book, first.id));
    expect((await book.db.buyers.get(gone))?.deleted).toBe(false);
    expect((await findBuyer(book, taobao))?.id).toBe(keep);
  });
});

describe('two files parted again', () => {
  it('gives back what moved; what came later stays and is said', async () => {
    const { keep, gone } = await twoFiles();
    done(await editBuyer(book, { buyerId: gone }, { phone: '13800138000', tags: ['老客'] }));
    done(await mergeBuyers(book, keep, gone));
    done(await recordPromise(book, { buyerId: keep }, promiseOf({ what: '后来答应的' })));
    done(await editBuyer(book, { buyerId: keep }, { tags: ['老客', '新加的'] }));
    expect(await unmergePreview(book, gone)).toMatchObject({
      back: { accounts: 1, orderLinks: 1, discounts: 1 },
      stays: { promises: 1 },
      changedSince: ['tags'],
      unknown: false,
    });
    done(await unmergeBuyers(book, gone));
    const [kept, freed] = [await buyerView(book, keep), await buyerView(book, gone)];
    expect(freed?.buyer).toMatchObject({ id: gone, name: 'anna_tb', phone: '13800138000', mergedInto: null });
    expect(freed?.discounts).toHaveLength(1);
    expect(freed?.orders).toHaveLength(1);
    expect(kept?.buyer).toMatchObject({ phone: '', tags: ['老客', '新加的'] });
    expect(kept?.promises.map(({ what }) => what)).toContain('后来答应的');
    expect(await names('anna_tb')).toEqual(['anna_tb']);
  });

  it('lets a record that was settled in between go back as it stands now', async () => {
    const { keep, gone, other } = await twoFiles();
    const made = await recordPromise(book, other, promiseOf({ what: '补发' }));
    done(await mergeBuyers(book, keep, gone));
    done(await keepPromise(book, idOf(made, 'promises')));
    done(await unmergeBuyers(book, gone));
    const freed = await buyerView(book, gone);
    expect(freed?.promises.map(({ what, state }) => [what, state])).toEqual([['补发', 'kept']]);
  });

  it('frees the file alone where the history was not brought along, and is undone', async () => {
    const { keep, gone } = await twoFiles();
    done(await mergeBuyers(book, keep, gone));
    await book.db.actions.clear();
    expect(await unmergePreview(book, gone)).toMatchObject({ back: {}, unknown: true });
    const parted = done(await unmergeBuyers(book, gone));
    expect((await buyerView(book, gone))?.discounts).toEqual([]);
    done(await undo(book, parted.id));
    expect((await buyerView(book, gone))?.buyer.id).toBe(keep);
  });

  it('refuses a file that is part of nothing', async () => {
    const { gone } = await twoFiles();
    expect(refusal(await unmergeBuyers(book, gone))).toBe('invalid');
    expect(await unmergePreview(book, gone)).toBe(null);
  });
});

describe('an account linked', () => {
  it('says before what would come: nothing yet, a whole file, one of several accounts', async () => {
    const { keep, gone } = await twoFiles();
    expect(await linkPreview(book, keep, { ...taobao, key: '1' })).toEqual({ kind: 'fresh' });
    expect(await linkPreview(book, gone, taobao)).toEqual({ kind: 'own' });
    expect(await linkPreview(book, keep, taobao)).toMatchObject({ kind: 'whole', from: { id: gone } });
    done(await linkAccount(book, gone, { ...taobao, platform: 'jd' }));
    expect(await linkPreview(book, keep, taobao)).toMatchObject({
      kind: 'part',
      orders: { orderLinks: 1 },
      said: { discounts: 1 },
    });
  });

  it('brings the orders of its platform, and what was said there only when asked to', async () => {
    const { keep, gone } = await twoFiles();
    done(await linkAccount(book, gone, { ...taobao, platform: 'jd' }));
    const linked = done(await linkAccount(book, keep, taobao));
    expect((await buyerView(book, keep))?.orders).toHaveLength(1);
    expect((await buyerView(book, gone))?.discounts).toHaveLength(1);
    done(await undo(book, linked.id));
    expect((await buyerView(book, keep))?.orders).toEqual([]);
    done(await linkAccount(book, keep, taobao, true));
    expect((await buyerView(book, keep))?.discounts).toHaveLength(1);
    expect((await buyerView(book, gone))?.discounts).toEqual([]);
  });

  it('is never linked by a masked name alone', async () => {
    const { keep } = await twoFiles();
    const masked = { platform: 'pdd', strength: 'name', key: '王**', displayName: '王**' } as const;
    expect(await linkPreview(book, keep, masked)).toEqual({ kind: 'masked' });
    expect(refusal(await linkAccount(book, keep, masked))).toBe('invalid');
  });

  it('is offered with the file it belongs to', async () => {
    const { keep, gone } = await twoFiles();
    const found = await otherFiles(book, keep, 'anna');
    expect(found.map(({ buyer, accounts }) => [buyer.id, accounts.length])).toEqual([[gone, 1]]);
  });
});

describe('an account unlinked', () => {
  async function oneFile() {
    const { keep, gone } = await twoFiles();
    done(await linkAccount(book, gone, { ...taobao, platform: 'jd' }));
    done(await linkAccount(book, keep, taobao, true));
    const account = (await findAccount(book, taobao))!;
    return { keep, gone, account };
  }

  it('says before what goes where, and goes back to the file it came from', async () => {
    const { keep, gone, account } = await oneFile();
    expect(await unlinkPreview(book, account.id)).toMatchObject({
      backTo: { id: gone },
      merged: false,
      orders: { orderLinks: 1 },
      said: { discounts: 1 },
    });
    done(await unlinkAccount(book, account.id, true));
    expect((await findBuyer(book, taobao))?.id).toBe(gone);
    expect((await buyerView(book, gone))?.orders).toHaveLength(1);
    expect((await buyerView(book, gone))?.discounts).toHaveLength(1);
    expect((await buyerView(book, keep))?.promises).toHaveLength(1);
  });

  it('leaves what was said there when the seller says so', async () => {
    const { keep, account } = await oneFile();
    done(await unlinkAccount(book, account.id, false));
    expect((await buyerView(book, keep))?.discounts).toHaveLength(1);
  });

  it('gets a file of its own, which an undo takes away again', async () => {
    const met = done(await recordPromise(book, wang, promiseOf({ where: null }))).buyerId!;
    done(await linkAccount(book, met, taobao));
    done(await linkOrders(book, met, 'taobao', ['T9'], 'seen'));
    const before = await said();
    const account = (await findAccount(book, taobao))!;
    const parted = done(await unlinkAccount(book, account.id, true));
    const own = (await findBuyer(book, taobao))!;
    expect(own).toMatchObject({ name: 'anna_tb' });
    expect(own.id).not.toBe(met);
    expect((await book.db.orderLinks.toArray()).map(({ buyerId }) => buyerId)).toEqual([own.id]);
    done(await undo(book, parted.id));
    expect(await said()).toEqual(before);
  });

  it('that a buyer was first met by gets a new file: the old one keeps its records', async () => {
    const met = done(await recordPromise(book, anna, promiseOf({ where: null }))).buyerId!;
    const account = (await book.db.accounts.toArray())[0]!;
    done(await unlinkAccount(book, account.id, true));
    const own = await findBuyer(book, { platform: 'pdd', strength: 'platform', key: '10086' });
    expect(own?.id).not.toBe(met);
    expect((await buyerView(book, met))?.promises).toHaveLength(1);
  });

  it('that came with a whole file may take that file up again', async () => {
    const { keep, gone } = await twoFiles();
    done(await mergeBuyers(book, keep, gone));
    const account = (await findAccount(book, taobao))!;
    expect(await unlinkPreview(book, account.id)).toMatchObject({ backTo: { id: gone }, merged: true });
    done(await unlinkAccount(book, account.id, true));
    expect((await buyerView(book, gone))?.buyer).toMatchObject({ id: gone, mergedInto: null });
  });

  it('takes of two accounts on one platform only the orders that carry its own key', async () => {
    const met = done(await addNote(book, anna, 'x')).buyerId!;
    const second = { platform: 'pdd', strength: 'platform', key: '20', displayName: 'Anna2' } as const;
    done(await linkAccount(book, met, second));
    done(
      await importOrders(book, [
        orderOf({ number: 'A', buyerKey: '10086' }),
        orderOf({ number: 'B', buyerKey: '20' }),
      ]),
    );
    done(await giveGift(book, anna, giftOf()));
    const account = (await findAccount(book, second))!;
    done(await unlinkAccount(book, account.id, true));
    expect((await buyerView(book, met))?.orders.map(({ number }) => number)).toEqual(['A']);
  });
});

/** What the book says, without who wrote it when: withdrawn records say nothing. */
async function said(): Promise<unknown> {
  const whole = await wholeBook(book);
  return TABLE_NAMES.map((table) =>
    whole[table]
      .filter((record) => !record.deleted)
      .map(({ stamps: _stamps, seat: _seat, ...fields }) => fields),
  );
}
