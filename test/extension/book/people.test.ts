import type { Ack } from '@extension/book/ack';
import { editBuyer } from '@extension/book/actions/buyers';
import { recordDiscount, redeemDiscount } from '@extension/book/actions/discounts';
import { editLead, followLead, loseLead, recordLead, winLead } from '@extension/book/actions/leads';
import { addNote } from '@extension/book/actions/notes';
import { importOrders } from '@extension/book/actions/orders';
import {
  editPerson,
  graduatePerson,
  recordPerson,
  removePerson,
  returnPerson,
} from '@extension/book/actions/people';
import { markSoldOut, removeProduct, saveProduct } from '@extension/book/actions/products';
import { saveSetting } from '@extension/book/actions/settings';
import { undo } from '@extension/book/actions/undo';
import { answerWish, recordWish } from '@extension/book/actions/wishes';
import type { OpenBook } from '@extension/book/open';
import { buyerView } from '@extension/book/reads/buyer';
import { floorHint } from '@extension/book/reads/floor';
import { servedBy, timeline } from '@extension/book/reads/history';
import { leadsDue } from '@extension/book/reads/leads';
import { neighboursOf } from '@extension/book/reads/neighbours';
import { careTipsFor, productNamed, productsFor } from '@extension/book/reads/products';
import { usedWords } from '@extension/book/reads/used-words';
import { wholeBook } from '@extension/book/reads/whole';
import { wishesCounted } from '@extension/book/reads/wishes';
import type { Who } from '@extension/book/who';
import { TABLE_NAMES } from '@shared/records/book';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, discountOf, done, freshBook, orderOf, refusal, wang } from './desk';

let book: OpenBook;
beforeEach(async () => {
  book = await freshBook();
});
afterEach(() => book.close());

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const idOf = (ack: Ack, table: string) => done(ack).changes.find((change) => change.table === table)!.id;

const baby = { name: '宝宝', relation: '女儿', born: '2026-03-05', stage: '二段', note: '' } as const;
const lead = {
  what: '面霜大瓶',
  productId: null,
  wishedPrice: cny(5000),
  expected: '2026-11-25',
  rival: '隔壁家',
  source: '自己找来的',
  mayBeTold: true,
} as const;
const cream = {
  id: null,
  name: '面霜',
  aliases: ['补水霜', 'Cream'],
  care: '洗完脸趁湿抹',
  taboos: '敏感肌先试耳后',
  suits: '干皮',
  goesWith: '精华水',
  weakPoints: '味道有点重',
  price: cny(8800),
  floor: cny(7000),
  lastsDays: 60,
  endsAtMonths: null,
  soldOut: false,
} as const;

describe('people, leads, wishes and product cards', () => {
  const DEEDS: Readonly<Record<string, () => Promise<() => Promise<Ack>>>> = {
    recordPerson: async () => () => recordPerson(book, anna, baby),
    editPerson: async () => {
      const id = idOf(await recordPerson(book, anna, baby), 'people');
      return () => editPerson(book, id, { stage: '三段' });
    },
    graduatePerson: async () => {
      const id = idOf(await recordPerson(book, anna, baby), 'people');
      return () => graduatePerson(book, id, '2026-11-20');
    },
    returnPerson: async () => {
      const id = idOf(await recordPerson(book, anna, baby), 'people');
      done(await graduatePerson(book, id, '2026-11-20'));
      return () => returnPerson(book, id);
    },
    removePerson: async () => {
      const id = idOf(await recordPerson(book, anna, baby), 'people');
      return () => removePerson(book, id);
    },
    recordLead: async () => () => recordLead(book, anna, lead),
    editLead: async () => {
      const id = idOf(await recordLead(book, anna, lead), 'leads');
      return () => editLead(book, id, { expected: '2026-12-01' });
    },
    followLead: async () => {
      const id = idOf(await recordLead(book, anna, lead), 'leads');
      return () => followLead(book, id, { stage: 'offered', text: '报了 60', channel: 'chat', effect: '' });
    },
    winLead: async () => {
      const id = idOf(await recordLead(book, anna, lead), 'leads');
      return () => winLead(book, id, '77');
    },
    loseLead: async () => {
      const id = idOf(await recordLead(book, anna, lead), 'leads');
      return () => loseLead(book, id);
    },
    recordWish: async () => () => recordWish(book, anna, { what: '出小瓶装', productId: null }),
    answerWish: async () => {
      const id = idOf(await recordWish(book, anna, { what: '出小瓶装', productId: null }), 'wishes');
      return () => answerWish(book, [id], '已经在做');
    },
    saveProduct: async () => () => saveProduct(book, cream),
    removeProduct: async () => {
      const id = idOf(await saveProduct(book, cream), 'products');
      return () => removeProduct(book, id);
    },
    markSoldOut: async () => {
      const id = idOf(await saveProduct(book, cream), 'products');
      return () => markSoldOut(book, id, true);
    },
  };

  it.each(Object.keys(DEEDS))('%s is undone, and done again by undoing the undo', async (name) => {
    const deed = await DEEDS[name]!();
    const before = await said();
    const action = done(await deed());
    const after = await said();
    expect(after).not.toEqual(before);
    const undone = done(await undo(book, action.id));
    expect(await said()).toEqual(before);
    done(await undo(book, undone.id));
    expect(await said()).toEqual(after);
  });

  it('refuse what makes no sense', async () => {
    const person = idOf(await recordPerson(book, anna, baby), 'people');
    expect(refusal(await returnPerson(book, person))).toBe('invalid');
    done(await graduatePerson(book, person, '2026-11-20'));
    expect(refusal(await graduatePerson(book, person, '2026-11-21'))).toBe('invalid');
    const asked = idOf(await recordLead(book, anna, lead), 'leads');
    done(await winLead(book, asked, null));
    expect(refusal(await loseLead(book, asked))).toBe('invalid');
    expect(refusal(await editLead(book, asked, { rival: '' }))).toBe('invalid');
    done(await saveProduct(book, cream));
    expect(refusal(await saveProduct(book, { ...cream, name: 'ｃream' }))).toBe('invalid');
    expect(refusal(await removePerson(book, 'nobody'))).toBe('not-found');
  });
});

describe('a lead', () => {
  it('is worth a word on its day, the longest due first, while it is open', async () => {
    const early = idOf(await recordLead(book, anna, { ...lead, expected: '2026-11-20' }), 'leads');
    done(await recordLead(book, wang, lead));
    done(await recordLead(book, wang, { ...lead, expected: null }));
    const due = async (day: string) => (await leadsDue(book, day)).map(({ buyer }) => buyer.name);
    expect(await due('2026-11-19')).toEqual([]);
    expect(await due('2026-11-25')).toEqual(['Anna', '王小姐']);
    done(await loseLead(book, early));
    expect(await due('2026-11-25')).toEqual(['王小姐']);
  });

  it('keeps every follow-up, in the order it was said, with who said it', async () => {
    done(await saveSetting(book, 'seatName', '小李'));
    const made = await recordLead(book, anna, lead);
    const id = idOf(made, 'leads');
    done(await followLead(book, id, { stage: 'offered', text: '报了 60', channel: 'chat', effect: '嫌贵' }));
    done(await followLead(book, id, { stage: 'quiet', text: '打了电话', channel: 'phone', effect: '' }));
    const view = await buyerView(book, done(made).buyerId!);
    expect(new Set(view?.steps.map(({ kind, text, by }) => `${kind} ${text} ${by}`))).toEqual(
      new Set(['offered 报了 60 小李', 'quiet 打了电话 小李']),
    );
    const lines = await timeline(book, 9, done(made).buyerId!);
    expect(lines.map(({ action, sentence }) => [sentence.params.what, servedBy(action)])).toEqual([
      ['打了电话', '小李'],
      ['报了 60', '小李'],
      ['面霜大瓶', '小李'],
    ]);
  });
});

describe('room to bargain', () => {
  it('is price less floor, less what comes off already; and says what was given before', async () => {
    const id = idOf(await saveProduct(book, cream), 'products');
    const buyerId = done(await addNote(book, anna, 'x')).buyerId!;
    expect(await floorHint(book, null, id)).toEqual({ left: cny(1800), timesGiven: 0, givenTotal: null });
    for (const minor of [1000, 800]) {
      done(await recordDiscount(book, anna, discountOf({ when: 'now', amount: cny(minor) })));
    }
    const owed = idOf(await recordDiscount(book, anna, discountOf({ amount: cny(1200) })), 'discounts');
    expect(await floorHint(book, buyerId, id)).toEqual({
      left: cny(600),
      timesGiven: 2,
      givenTotal: cny(1800),
    });
    done(await redeemDiscount(book, owed, null));
    expect(await floorHint(book, buyerId, id)).toEqual({
      left: cny(1800),
      timesGiven: 3,
      givenTotal: cny(3000),
    });
  });

  it('counts a share of the price, an offer that has run out not at all, and never goes below nothing', async () => {
    const id = idOf(await saveProduct(book, cream), 'products');
    const buyerId = done(await addNote(book, anna, 'x')).buyerId!;
    done(await recordDiscount(book, anna, discountOf({ expires: '2026-11-01', amount: cny(500) })));
    done(await recordDiscount(book, anna, discountOf({ amount: null, percentOff: 10 })));
    expect((await floorHint(book, buyerId, id)).left).toEqual(cny(920));
    done(await recordDiscount(book, anna, discountOf({ amount: cny(5000) })));
    expect((await floorHint(book, buyerId, id)).left).toEqual(cny(0));
  });

  it('is not known without price and floor', async () => {
    const id = idOf(await saveProduct(book, { ...cream, floor: null }), 'products');
    expect((await floorHint(book, null, id)).left).toBe(null);
    expect((await floorHint(book, null, null)).left).toBe(null);
  });
});

describe('product cards', () => {
  const lamp = { ...cream, name: '台灯', aliases: [], care: '', taboos: '', suits: '书桌', goesWith: '' };

  it('are found by the question as it stands, the one that is named first', async () => {
    done(await saveProduct(book, cream));
    done(await saveProduct(book, lamp));
    const found = async (question: string) => (await productsFor(book, question)).map(({ name }) => name);
    expect(await found('敏感肌可以用补水霜吗？')).toEqual(['面霜']);
    expect(await found('放书桌上的有吗')).toEqual(['台灯']);
    expect(await found('is the CREAM ok for dry skin')).toEqual(['面霜']);
    expect(await found('在吗')).toEqual([]);
    expect(await found('  ')).toEqual([]);
    expect((await productNamed(book, 'cream'))?.name).toBe('面霜');
    expect(await productNamed(book, '面')).toBe(null);
  });

  it('give the care tips of an order, each product once', async () => {
    done(await saveProduct(book, cream));
    done(await saveProduct(book, lamp));
    const item = (title: string) => ({ title, sku: '', quantity: 1 });
    expect(
      await careTipsFor(book, [item('【官方】补水霜50ml'), item('面霜小样'), item('台灯'), item('袜子')]),
    ).toEqual([{ product: '面霜', care: '洗完脸趁湿抹', taboos: '敏感肌先试耳后' }]);
  });
});

describe("the neighbour's proof", () => {
  const who = (key: string): Who => ({
    account: { platform: 'pdd', strength: 'platform', key, displayName: `买家${key}` },
  });
  async function bought(key: string, fields: object, order: object = {}): Promise<string> {
    const buyerId = done(
      await editBuyer(book, who(key), { area: '杭州', facts: ['干皮'], mayBeMentioned: true, ...fields }),
    ).buyerId!;
    done(await importOrders(book, [orderOf({ number: `N${key}`, buyerKey: key, ...order })]));
    return buyerId;
  }

  it('counts only those who agreed, bought it and kept it; five are enough, four are not', async () => {
    const me = done(await editBuyer(book, anna, { area: '杭州', facts: ['干皮'] })).buyerId!;
    const product = { name: '面霜', aliases: [] };
    const counts = async () =>
      (await neighboursOf(book, me, product)).map(({ kind, shared, buyers, enough }) => [
        kind,
        shared,
        buyers,
        enough,
      ]);
    await bought('1', {});
    await bought('2', { area: '宁波' });
    await bought('3', { mayBeMentioned: false });
    await bought('4', {}, { status: 'refunded' });
    await bought('5', {}, { items: [{ title: '台灯', sku: '', quantity: 1 }] });
    expect(await counts()).toEqual([
      ['area', '杭州', 1, false],
      ['need', '干皮', 2, false],
      ['anybody', '', 2, false],
    ]);
    await bought('6', {});
    await bought('7', {});
    await bought('8', { facts: [] });
    expect(await counts()).toEqual([
      ['area', '杭州', 4, false],
      ['need', '干皮', 4, false],
      ['anybody', '', 5, true],
    ]);
  });

  it('never counts the buyer themself', async () => {
    const me = await bought('1', {});
    const counted = await neighboursOf(book, me, { name: '面霜', aliases: [] });
    expect(counted.map(({ buyers }) => buyers)).toEqual([0, 0]);
  });
});

describe('wishes', () => {
  it('that say the same are counted together, by buyers, the most wanted first', async () => {
    done(await recordWish(book, anna, { what: '包装太大', productId: null }));
    done(await recordWish(book, anna, { what: '出小瓶装', productId: null }));
    done(await recordWish(book, wang, { what: '出 小瓶装！', productId: null }));
    done(await recordWish(book, wang, { what: '出小瓶装', productId: null }));
    const [first, second] = await wishesCounted(book);
    expect(first).toMatchObject({ buyers: 2, answer: '' });
    expect(first?.ids).toHaveLength(3);
    expect(second).toMatchObject({ what: '包装太大', buyers: 1 });
    done(await answerWish(book, first!.ids, '下个月上'));
    expect((await wishesCounted(book))[0]?.answer).toBe('下个月上');
  });
});

describe('words used before', () => {
  it('are offered, the most used first', async () => {
    done(await editBuyer(book, anna, { grade: 'A', tags: ['油皮'], custom: [{ name: '尺码', value: 'M' }] }));
    done(await editBuyer(book, wang, { grade: 'B', tags: ['油皮', '老客'] }));
    expect(await usedWords(book)).toMatchObject({
      tags: ['油皮', '老客'],
      fields: ['尺码'],
    });
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
