import { addNote } from '@extension/book/actions/notes';
import { importOrders } from '@extension/book/actions/orders';
import { keepOldBuyer, noteHandedOut, noteRequest, settleRequest } from '@extension/book/actions/requests';
import { saveSetting } from '@extension/book/actions/settings';
import { KEEP_BUYERS, oldBuyers } from '@extension/book/reads/old-buyers';
import { wholeBook } from '@extension/book/reads/whole';
import { describe, expect, it } from 'vitest';
import { anna, done, freshBook, orderOf, testWorld, wang } from './desk';

const names = (list: Awaited<ReturnType<typeof oldBuyers>>) =>
  list.map(({ buyer, leadOnly }) => [buyer.name, leadOnly]);

describe('old files (F-62)', () => {
  it('are shown once nothing was heard for the months set, leads sooner, and nothing is done about them', async () => {
    const world = testWorld('2023-01-10T04:00:00Z');
    const shop = await freshBook(world);
    done(await addNote(shop, anna, 'oily skin'));
    done(await addNote(shop, wang, 'asked twice'));
    done(await importOrders(shop, [orderOf({ createdAt: '2023-01-05T00:00:00Z', paidAt: null })]));
    const before = await wholeBook(shop);
    expect(names(await oldBuyers(shop, '2024-01-09'))).toEqual([]);
    expect(names(await oldBuyers(shop, '2024-02-11'))).toEqual([['王小姐', true]]);
    expect(names(await oldBuyers(shop, '2026-02-11'))).toEqual([
      ['Anna', false],
      ['王小姐', true],
    ]);
    expect(await wholeBook(shop)).toEqual(before);
    shop.close();
  });

  it('are not shown while a later order or word keeps them, nor after the owner decided to keep them', async () => {
    const world = testWorld('2023-01-10T04:00:00Z');
    const shop = await freshBook(world);
    done(await addNote(shop, anna, 'x'));
    done(await addNote(shop, wang, 'x'));
    done(await importOrders(shop, [orderOf({ createdAt: '2025-06-01T00:00:00Z' })]));
    world.at('2026-02-11T00:00:00Z');
    const [first] = await oldBuyers(shop, '2026-02-11');
    expect(first).toMatchObject({ buyer: { name: '王小姐' }, last: '2023-01-10', leadOnly: true });
    done(await keepOldBuyer(shop, first!.buyer));
    expect(await oldBuyers(shop, '2026-02-11')).toEqual([]);
    expect(names(await oldBuyers(shop, '2027-03-11'))).toEqual([['王小姐', true]]);
    shop.close();
  });

  it('are not asked about at all with 0 months', async () => {
    const shop = await freshBook(testWorld('2020-01-10T04:00:00Z'));
    done(await addNote(shop, anna, 'x'));
    done(await importOrders(shop, [orderOf({ createdAt: '2020-01-05T00:00:00Z' })]));
    done(await saveSetting(shop, KEEP_BUYERS, 0));
    expect(await oldBuyers(shop, '2026-11-22')).toEqual([]);
    shop.close();
  });
});

describe('the log of requests', () => {
  it('has the day each is due, and when it was done', async () => {
    const shop = await freshBook(testWorld('2026-11-22T12:00:00Z'));
    const id = done(await addNote(shop, anna, 'x')).buyerId!;
    const asked = { who: 'Anna', aboutId: id, askedOn: '2026-11-01', note: 'by phone' } as const;
    done(await noteRequest(shop, { ...asked, kind: 'correction' }));
    done(await noteRequest(shop, { ...asked, kind: 'access' }));
    const [one] = await shop.db.requests.filter(({ kind }) => kind === 'correction').toArray();
    expect(one).toMatchObject({ dueOn: '2026-12-01', doneAt: null, who: 'Anna' });
    done(await settleRequest(shop, one!.id));
    done(await noteHandedOut(shop, { id, name: 'Anna' }, 12));
    const lines = await shop.db.requests.toArray();
    expect(lines.map(({ kind, doneAt, records }) => [kind, doneAt !== null, records]).toSorted()).toEqual([
      ['access', true, 12],
      ['correction', true, 0],
    ]);
    shop.close();
  });
});
