import { describe, expect, it } from 'vitest';
import { file, orderFacts, readAll } from './helpers';

const HEAD =
  'Date,Time,Time Zone,Total Collected,Net Total,Transaction ID,Description,Event Type,Customer ID';
const ZONE = 'Pacific Time (US & Canada)';
const LIST = [
  HEAD,
  `2025-06-01,20:00:00,${ZONE},$57.24,$57.24,T1,2 x Cup,Payment,C1`,
  `2025-06-02,10:00:00,${ZONE},"$1,288.00","$1,288.00",T2,Tea set,Payment,C1`,
  `2025-06-03,09:00:00,${ZONE},-$57.24,-$57.24,T3,2 x Cup,Refund,C1`,
  `2025-06-04,09:00:00,${ZONE},$5.00,$5.00,T4,Card,Payment,`,
].join('\n');

describe('Square transactions', () => {
  it('match a refund, which has a number of its own, with the payment it takes back', async () => {
    const data = await readAll([file(LIST)]);
    expect(orderFacts(data).map(({ number, paid }) => [number, paid])).toEqual([
      ['T1', 57.24],
      ['T2', 1288],
    ]);
    expect(data.nettedAway).toEqual({ orders: 1, lines: 1, amount: 57.24, buyers: 0 });
    expect(data.inputs[0]?.skipped).toEqual({ 'cancellation-line': 1, 'no-buyer': 1 });
    expect(data.currency).toBe('USD');
  });

  it('count a payment made in parts once, with all its parts', async () => {
    const parts = `${HEAD}\n2025-06-01,20:00:00,${ZONE},$7.00,$7.00,T1,Cup,Payment,C1\n2025-06-01,20:00:09,${ZONE},$3.00,$3.00,T1,Cup,Payment,C1`;
    const data = await readAll([file(parts)]);
    expect(orderFacts(data).map(({ number, paid }) => [number, paid])).toEqual([['T1', 10]]);
  });

  it('turn the clock of the named zone into the shop’s', async () => {
    const data = await readAll([file(LIST)], { tz: 'Asia/Tokyo' });
    expect(orderFacts(data)[0]?.time).toBe('2025-06-02T12:00:00');
  });
});
