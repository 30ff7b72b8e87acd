import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, orderFacts, readAll } from './helpers';

function sample(path: string) {
  const url = fileURLToPath(new URL(`../../fixtures/exports/${path}`, import.meta.url));
  return { name: path, bytes: new Uint8Array(readFileSync(url)) };
}

const LIST = { buyer: 'who', createdAt: 'when', paid: 'amount' } as const;
const LINES = {
  order: 'no',
  buyer: 'who',
  createdAt: 'when',
  unitPrice: 'price',
  quantity: 'n',
  item: 'what',
} as const;

describe('overlapping files', () => {
  it('take the later state of a sub-order, in whatever order they are given', async () => {
    const [a, b] = [sample('hostile/hostile-overlap-a.csv'), sample('hostile/hostile-overlap-b.csv')];
    for (const files of [
      [a, b],
      [b, a],
      [a, b, a],
    ]) {
      const data = await readAll(files);
      expect(
        orderFacts(data).map(({ number, paid, refund, lines }) => [number, paid, refund, lines]),
      ).toEqual([
        ['1200000000000000010', 29, 0, 1],
        ['1200000000000000020', 1238, 0, 1],
      ]);
    }
    expect((await readAll([a, b])).duplicatesDropped).toBe(1);
  });

  it('let a newer file cancel what an older one had as paid', async () => {
    const map = { order: 'no', buyer: 'who', createdAt: 'when', paid: 'amount', status: 'state' } as const;
    const head = 'no,who,when,amount,state\n';
    const old = file(`${head}1,anna,2026-01-05,10,paid\n2,ben,2026-01-06,20,paid\n`);
    const fresh = file(`${head}2,ben,2026-01-06,20,cancelled\n3,cara,2026-01-07,30,paid\n`);
    for (const files of [
      [old, fresh],
      [fresh, old],
    ]) {
      const data = await readAll(files, { map });
      expect(orderFacts(data).map(({ number }) => number)).toEqual(['1', '3']);
    }
  });

  it('believe the order list over the item list of the same orders', async () => {
    const data = await readAll([
      sample('etsy-soldorderitems/etsy-soldorderitems.csv'),
      sample('etsy-soldorders/etsy-soldorders.csv'),
    ]);
    expect(orderFacts(data).map(({ number, paid }) => [number, paid])).toEqual([
      ['3300000001', 64],
      ['3300000002', 89.1],
      ['3300000003', 35],
    ]);
  });

  it('read an item list without dates beside its order list', async () => {
    const data = await readAll([
      sample('taobao-items/taobao-items.csv'),
      sample('taobao-orders/taobao-orders.csv'),
    ]);
    expect(data.orders.count).toBe(2);
  });

  it('keep the larger count of equal rows where there are no order numbers', async () => {
    const head = 'who,when,amount\n';
    const one = file(`${head}anna,2026-01-05,10\nanna,2026-01-05,10\nben,2026-01-06,5\n`);
    const two = file(`${head}anna,2026-01-05,10\nben,2026-01-06,5\ncara,2026-01-07,7\n`);
    const data = await readAll([one, two], { map: LIST });
    expect(orderFacts(data).map(({ buyer, paid }) => [buyer, paid])).toEqual([
      ['anna', 10],
      ['anna', 10],
      ['ben', 5],
      ['cara', 7],
    ]);
    expect(data.duplicatesDropped).toBe(2);
  });

  it('tell buyers of two platforms apart', async () => {
    const data = await readAll([
      sample('taobao-orders/taobao-orders.csv'),
      sample('jd-orders/jd-orders.csv'),
    ]);
    expect([...data.orders.buyers].sort()).toEqual([
      'jd:jd_demo_one',
      'taobao:示例买家一',
      'taobao:示例买家二',
    ]);
  });

  it('are refused in two currencies, unless one is chosen', async () => {
    const files = [sample('taobao-orders/taobao-orders.csv'), sample('shopify-orders/shopify-orders.csv')];
    await expect(readAll(files)).rejects.toThrow('refusedOtherCurrency');
    const data = await readAll(files, { currency: 'USD' });
    expect(data.currency).toBe('USD');
    expect(orderFacts(data).map(({ platform }) => platform)).toEqual(['shopify', 'shopify']);
    expect(data.inputs[0]!.skipped).toEqual({ 'other-currency': 4 });
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
const listRow = fc.record({
  who: fc.constantFrom('anna', 'ben', 'cara', ''),
  when: day,
  cents: fc.nat(5000),
});

describe('whatever the rows', () => {
  const write = (rows: readonly { who: string; when: string; cents: number }[]) =>
    file(
      `who,when,amount\n${rows.map((r) => `${r.who},${r.when},${(r.cents / 100).toFixed(2)}`).join('\n')}\n`,
    );

  it('the order of rows and files changes nothing, nor does a file given twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(listRow, { minLength: 1, maxLength: 25 }),
        fc.array(listRow, { maxLength: 15 }),
        async (a, b) => {
          const plain = await readAll([write(a), write(b.length > 0 ? b : a)], { map: LIST });
          const turned = await readAll(
            [write([...(b.length > 0 ? b : a)].reverse()), write([...a].reverse()), write(a)],
            { map: LIST },
          );
          expect(orderFacts(turned)).toEqual(orderFacts(plain));
          expect(turned.withoutBuyer).toBe(plain.withoutBuyer);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('each is used, skipped or refused, and order lines may come in any order', async () => {
    const line = fc.record({
      no: fc.constantFrom('1', '2', '3', 'C4'),
      what: fc.constantFrom('cup', 'vase'),
      n: fc.integer({ min: -2, max: 3 }),
      cents: fc.integer({ min: 0, max: 900 }),
      when: fc.oneof(day, fc.constantFrom('', 'soon')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const text = (rows: typeof lines) =>
          file(
            `no,who,when,what,n,price\n${rows.map((r) => `${r.no},anna,${r.when},${r.what},${r.n},${r.cents / 100}`).join('\n')}\n`,
          );
        const data = await readAll([text(lines)], { map: LINES });
        const turned = await readAll([text([...lines].reverse())], { map: LINES });
        const input = data.inputs[0]!;
        const skipped = Object.values(input.skipped).reduce((total, count) => total + count, 0);
        expect(input.used + skipped + input.refusedCount).toBe(lines.length);
        expect(orderFacts(turned)).toEqual(orderFacts(data));
        expect(turned.nettedAway).toEqual(data.nettedAway);
        const good = lines.filter((r) => r.n > 0 && r.cents > 0 && r.when.startsWith('2026'));
        const total = good.reduce((cents, r) => cents + r.n * r.cents, 0);
        expect(data.orders.paid.reduce((all, paid) => all + paid, 0)).toBe(total * 100);
      }),
      { numRuns: 60 },
    );
  });
});
