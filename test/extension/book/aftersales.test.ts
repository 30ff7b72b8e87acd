import type { Ack } from '@extension/book/ack';
import {
  acknowledgeComplaint,
  callBackComplaint,
  closeComplaint,
  editComplaint,
  escalateComplaint,
  noteCourierClaim,
  recordComplaint,
  reopenComplaint,
} from '@extension/book/actions/complaints';
import {
  beginRepair,
  editGuarantee,
  recordGuarantee,
  recordRepair,
  removeGuarantee,
  settleGuarantee,
  tickHandOver,
} from '@extension/book/actions/guarantees';
import { importOrders, linkOrders } from '@extension/book/actions/orders';
import { packParcel } from '@extension/book/actions/parcels';
import { addPicture, removePicture } from '@extension/book/actions/pictures';
import { recordPromise } from '@extension/book/actions/promises';
import { holdComplaint, remedyComplaint } from '@extension/book/actions/remedies';
import { markSent } from '@extension/book/actions/sent';
import { saveSetting } from '@extension/book/actions/settings';
import { addStep } from '@extension/book/actions/steps';
import { undo } from '@extension/book/actions/undo';
import type { OpenBook } from '@extension/book/open';
import { complaintsDue } from '@extension/book/reads/complaints-due';
import { parcels } from '@extension/book/reads/parcels';
import { standsFirst, todayView } from '@extension/book/reads/today';
import { otherToday, rankedToday } from '@extension/book/reads/today-more';
import { watchedReturns } from '@extension/book/reads/watched-returns';
import { wholeBook } from '@extension/book/reads/whole';
import { HAND_OVER } from '@shared/records/guarantee';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, done, freshBook, orderOf, promiseOf, refusal, type TestWorld, testWorld } from './desk';

const TODAY = '2026-11-22';
const sheet = { what: '壶嘴碎了', cause: 'transit', cost: null, orderNumber: '241122-0001' } as const;
const kettle = {
  what: '电热水壶',
  orderNumber: null,
  from: '2026-11-01',
  until: '2026-11-28',
  covers: ['repair', 'exchange'],
  freight: 'shop',
} as const;
const pixel = { mime: 'image/png', data: 'iVBORw0KGgo=', width: 1, height: 1 } as const;
const owed = { due: { on: 'day', day: '2026-11-23' }, cost: { minor: 3000, currency: 'CNY' } } as const;

let world: TestWorld;
let shop: OpenBook;
beforeEach(async () => {
  world = testWorld();
  shop = await freshBook(world);
});
afterEach(() => shop.close());

const idIn = (ack: Ack, table: string) => done(ack).changes.find((change) => change.table === table)!.id;
const complaintId = async (more = {}) =>
  idIn(await recordComplaint(shop, anna, { ...sheet, ...more }), 'complaints');
const guaranteeId = async () =>
  idIn(await recordGuarantee(shop, anna, { ...kettle, covers: [...kettle.covers] }), 'guarantees');
const complaint = async (id: string) => (await shop.db.complaints.get(id))!;
const due = async () => (await complaintsDue(shop, world.now())).map(({ need }) => need);

describe('the clock of a complaint', () => {
  it('is 24 hours by default, and one working day where the owner wants it', async () => {
    world.at('2026-11-20T12:00:00Z');
    const plain = await complaintId();
    expect((await complaint(plain)).remedyDue).toBe('2026-11-21T12:00:00.000Z');
    done(await saveSetting(shop, 'complaintClock', 'working'));
    const working = await complaintId();
    expect((await complaint(working)).remedyDue).toBe('2026-11-23T12:00:00.000Z');
    done(await closeComplaint(shop, working));
    expect((await complaint(working)).callBackDue).toBe('2026-11-23T12:00:00.000Z');
  });
});

describe('the first answer', () => {
  it('filled it is a promise to be sent; only sent it is the answer', async () => {
    const id = await complaintId();
    const said = { text: '我这就去查', what: '答复售后', where: null };
    const promise = idIn(await holdComplaint(shop, id, said), 'promises');
    expect(await shop.db.promises.get(promise)).toMatchObject({
      state: 'to-be-sent',
      kind: 'tell',
      due: { on: 'day', day: '2026-11-23' },
      complaintId: id,
      source: 'remedy',
      quote: '我这就去查',
    });
    expect(await complaint(id)).toMatchObject({ state: 'open', firstAnswerAt: null });
    const sent = done(await markSent(shop, 'promises', [promise]));
    expect(await complaint(id)).toMatchObject({
      state: 'acknowledged',
      firstAnswerAt: '2026-11-22T12:00:00.000Z',
    });
    done(await undo(shop, sent.id));
    expect(await complaint(id)).toMatchObject({ state: 'open', firstAnswerAt: null });
  });
});

describe('a remedy', () => {
  it('sent anew is a promise and a parcel without an order, even beside one that waits', async () => {
    const id = await complaintId();
    done(await importOrders(shop, [orderOf({ number: '9' })]));
    const { buyerId } = await complaint(id);
    done(await linkOrders(shop, buyerId, 'pdd', ['9'], 'seen'));
    const ack = await remedyComplaint(shop, id, '补发一个壶', {
      ...owed,
      kind: 'replace',
      recovery: '多送滤网',
    });
    const action = done(ack);
    expect(await complaint(id)).toMatchObject({
      state: 'remedied',
      remedy: '补发一个壶',
      recovery: '多送滤网',
      cost: { minor: 3000 },
    });
    const [parcel, ...others] = await parcels(shop, TODAY);
    expect(others).toEqual([]);
    expect(parcel).toMatchObject({ orderNumber: null, promises: [{ what: '补发一个壶', kind: 'replace' }] });
    done(await packParcel(shop, parcel!));
    expect((await shop.db.promises.toArray()).map(({ state }) => state)).toEqual(['kept']);
    expect(action.changes.map(({ table }) => table)).toEqual(['complaints', 'promises']);
  });

  it('a refund is a promise with a day, about the order that went wrong', async () => {
    const id = await complaintId();
    done(await remedyComplaint(shop, id, '退 30', { ...owed, kind: 'refund', recovery: '' }));
    expect(await shop.db.promises.toArray()).toMatchObject([
      { kind: 'refund', state: 'open', due: owed.due, cost: owed.cost, orderNumber: '241122-0001' },
    ]);
    expect(await parcels(shop, TODAY)).toEqual([]);
  });

  it('done at once owes nothing', async () => {
    const id = await complaintId();
    done(await remedyComplaint(shop, id, '教会了怎么用'));
    expect(await shop.db.promises.count()).toBe(0);
  });
});

describe('what is due after a sale', () => {
  it('goes from the first answer to asking again, and late when its hour is over', async () => {
    const id = await complaintId({ cause: 'unknown' });
    expect(await due()).toEqual(['first-answer', 'escalate', 'remedy']);
    done(await acknowledgeComplaint(shop, id));
    done(await escalateComplaint(shop, id, '查不到原因'));
    expect(await due()).toEqual(['remedy']);
    world.at('2026-11-23T12:00:01Z');
    expect(await complaintsDue(shop, world.now())).toMatchObject([
      { need: 'remedy', late: true, on: '2026-11-23', buyer: { name: 'Anna' } },
    ]);
    done(await remedyComplaint(shop, id, '换新'));
    expect(await due()).toEqual([]);
    done(await closeComplaint(shop, id));
    expect(await due()).toEqual(['call-back']);
    done(await callBackComplaint(shop, id, '挺好的'));
    expect(await due()).toEqual([]);
    expect((await shop.db.steps.toArray()).map(({ kind }) => kind).sort()).toEqual([
      'call-back',
      'escalated',
    ]);
  });

  it('a claim on the courier and a guarantee come up before they end', async () => {
    const id = await complaintId();
    done(await acknowledgeComplaint(shop, id));
    done(await noteCourierClaim(shop, id, { claimUntil: '2026-11-24', checked: false, number: 'SF1' }));
    await guaranteeId();
    expect(await due()).toEqual(['remedy', 'claim', 'guarantee']);
    done(await noteCourierClaim(shop, id, {}, true));
    expect(await due()).toEqual(['remedy', 'guarantee']);
    expect((await complaint(id)).courier).toMatchObject({ number: 'SF1', checked: false });
  });

  it('stands in Today once: open complaints in its first list, the rest among the others', async () => {
    const id = await complaintId({ cause: 'quality' });
    await guaranteeId();
    done(await closeComplaint(shop, await complaintId()));
    const others = await otherToday(shop, TODAY);
    const needs = others.flatMap((item) => (item.kind === 'after' ? [item.after.need] : []));
    expect(needs).toEqual(['escalate', 'call-back', 'guarantee']);
    const { ranked } = await todayView(shop, TODAY);
    expect(ranked).toMatchObject([{ kind: 'complaint', complaint: { id } }]);
    const kinds = rankedToday(ranked, others).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['complaint', 'after']);
    // What is drawn before the others are known is not moved by them.
    done(await recordPromise(shop, anna, promiseOf({ due: { on: 'day', day: '2026-11-20' } })));
    done(await recordPromise(shop, anna, promiseOf({ due: { on: 'day', day: '2026-11-24' } })));
    const base = (await todayView(shop, TODAY)).ranked;
    const first = base.filter(standsFirst);
    expect(first.map(({ kind }) => kind)).toEqual(['promise', 'complaint']);
    expect(rankedToday(base, others).slice(0, first.length)).toEqual(first);
  });

  it('asks nothing about imported history that was closed long ago', async () => {
    const id = await complaintId();
    done(await closeComplaint(shop, id));
    world.at('2027-02-01T12:00:00Z');
    expect(await due()).toEqual([]);
  });
});

describe('after the remedy', () => {
  it('not well after all: open again with a new day; a second reopening is refused', async () => {
    const id = await complaintId();
    done(await remedyComplaint(shop, id, '补发'));
    done(await closeComplaint(shop, id));
    world.at('2026-11-24T12:00:00Z');
    done(await reopenComplaint(shop, id, '还是漏'));
    expect(await complaint(id)).toMatchObject({
      state: 'acknowledged',
      remedyAt: null,
      remedyDue: '2026-11-25T12:00:00.000Z',
    });
    expect(refusal(await reopenComplaint(shop, id, ''))).toBe('invalid');
    expect(refusal(await callBackComplaint(shop, id, ''))).toBe('invalid');
  });

  it('watches for 90 days whether the buyer orders again', async () => {
    const id = await complaintId();
    done(await remedyComplaint(shop, id, '双倍退款', { ...owed, kind: null, recovery: '双倍' }));
    expect(await watchedReturns(shop, TODAY)).toMatchObject([
      { beyond: true, againOn: null, mendedOn: TODAY },
    ]);
    const { buyerId } = await complaint(id);
    const later = { number: '7', createdAt: '2026-12-01T02:00:00Z', paidAt: '2026-12-01T02:01:00Z' };
    done(await importOrders(shop, [orderOf(), orderOf(later)]));
    done(await linkOrders(shop, buyerId, 'pdd', ['241122-0001', '7'], 'seen'));
    expect(await watchedReturns(shop, '2026-12-02')).toMatchObject([{ againOn: '2026-12-01' }]);
    expect(await watchedReturns(shop, '2027-03-01')).toEqual([]);
  });
});

describe('a guarantee', () => {
  it('is exchanged only when the whole hand-over is ticked', async () => {
    const id = await guaranteeId();
    expect(refusal(await settleGuarantee(shop, id, 'exchanged'))).toBe('invalid');
    for (const part of HAND_OVER) done(await tickHandOver(shop, id, part, true));
    done(await tickHandOver(shop, id, 'item-new', false));
    expect(refusal(await settleGuarantee(shop, id, 'exchanged'))).toBe('invalid');
    done(await tickHandOver(shop, id, 'item-new', true));
    done(await settleGuarantee(shop, id, 'exchanged'));
    expect(await shop.db.guarantees.get(id)).toMatchObject({ state: 'exchanged' });
    expect(refusal(await recordRepair(shop, id, 'failed', ''))).toBe('invalid');
  });

  it('counts its repairs as steps', async () => {
    const id = await guaranteeId();
    done(await beginRepair(shop, id));
    done(await recordRepair(shop, id, 'failed', '换了线'));
    expect(await shop.db.guarantees.get(id)).toMatchObject({ state: 'open' });
    expect(await shop.db.steps.toArray()).toMatchObject([
      { kind: 'repair', effect: 'failed', text: '换了线' },
    ]);
  });
});

/** Each prepared, then done, undone, and done again by undoing the undo. */
const DEEDS: Readonly<Record<string, () => Promise<() => Promise<Ack>>>> = {
  editComplaint: async () => {
    const id = await complaintId({ cause: 'unknown' });
    return () => editComplaint(shop, id, { cause: 'transit', responsible: '快递', bornBy: '小李' });
  },
  escalateComplaint: async () => {
    const id = await complaintId();
    return () => escalateComplaint(shop, id, '质量');
  },
  holdComplaint: async () => {
    const id = await complaintId();
    return () => holdComplaint(shop, id, { text: 'a', what: 'b', where: null });
  },
  remedyComplaint: async () => {
    const id = await complaintId();
    return () => remedyComplaint(shop, id, '补发', { ...owed, kind: 'replace', recovery: '' });
  },
  noteCourierClaim: async () => {
    const id = await complaintId();
    return () => noteCourierClaim(shop, id, { number: 'SF1' }, true);
  },
  callBackComplaint: async () => {
    const id = await complaintId();
    done(await closeComplaint(shop, id));
    return () => callBackComplaint(shop, id, '好了');
  },
  reopenComplaint: async () => {
    const id = await complaintId();
    done(await closeComplaint(shop, id));
    return () => reopenComplaint(shop, id, '没好');
  },
  addStep: async () => {
    const aboutId = await complaintId();
    const said = { kind: 'listened', text: '', channel: 'chat', effect: '' } as const;
    return () => addStep(shop, { about: 'complaints', aboutId, ...said });
  },
  addPicture: async () => {
    const id = await complaintId();
    const { buyerId } = await complaint(id);
    return () => addPicture(shop, { buyerId, about: 'complaints', aboutId: id }, pixel);
  },
  removePicture: async () => {
    const id = await complaintId();
    const { buyerId } = await complaint(id);
    const owner = { buyerId, about: 'complaints', aboutId: id } as const;
    const picture = idIn(await addPicture(shop, owner, pixel), 'pictures');
    return () => removePicture(shop, picture);
  },
  recordGuarantee: async () => () => recordGuarantee(shop, anna, { ...kettle, covers: [...kettle.covers] }),
  editGuarantee: async () => {
    const id = await guaranteeId();
    return () => editGuarantee(shop, id, { ...kettle, covers: ['refund'], freight: 'buyer' });
  },
  removeGuarantee: async () => {
    const id = await guaranteeId();
    return () => removeGuarantee(shop, id);
  },
  beginRepair: async () => {
    const id = await guaranteeId();
    return () => beginRepair(shop, id);
  },
  recordRepair: async () => {
    const id = await guaranteeId();
    return () => recordRepair(shop, id, 'ok', '');
  },
  tickHandOver: async () => {
    const id = await guaranteeId();
    return () => tickHandOver(shop, id, 'item-new', true);
  },
  settleGuarantee: async () => {
    const id = await guaranteeId();
    return () => settleGuarantee(shop, id, 'refunded');
  },
};

describe('every action', () => {
  it.each(Object.keys(DEEDS))('%s is undone, and done again by undoing the undo', async (name) => {
    const deed = await DEEDS[name]!();
    const before = said(await wholeBook(shop));
    const action = done(await deed());
    const after = said(await wholeBook(shop));
    expect(after).not.toEqual(before);
    const undone = done(await undo(shop, action.id));
    expect(said(await wholeBook(shop))).toEqual(before);
    done(await undo(shop, undone.id));
    expect(said(await wholeBook(shop))).toEqual(after);
  });
});

/** What the book says, without who wrote what when. */
function said(book: object): unknown {
  return JSON.parse(JSON.stringify(book), (key, value) => {
    if (key === 'stamps' || key === 'seat') return undefined;
    return Array.isArray(value) ? value.filter((row) => !(row && row.deleted === true)) : value;
  });
}
