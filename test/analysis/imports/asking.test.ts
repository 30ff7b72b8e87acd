import { guessColumns } from '@analysis/imports/guess-columns';
import { headerKey, recall, remember } from '@analysis/imports/header-memory';
import { describe, expect, it } from 'vitest';
import { bytes, file, orderFacts, readAll, refusalsOf } from './helpers';

const LIST = 'Kunde;Tag;Betrag\nanna;2026-01-05;10\nben;2026-01-06;20.5\n';
const MAP = { buyer: 'Kunde', createdAt: 'Tag', paid: 'Betrag' } as const;

describe('a file nobody knows', () => {
  it('is refused with its columns, its first rows and a guess', async () => {
    const text =
      '\n导出时间：2026-11-22\n流水号,会员,下单时间,实付金额\nA1,小王,2026-01-05 10:00,10.00\nA2,小李,2026-01-06 11:00,20.50\n';
    const [refusal] = await refusalsOf([file(text)]);
    expect(refusal!.reason).toBe('imports.refusedUnknown');
    expect(refusal!.preview).toEqual({
      sheet: null,
      columns: ['流水号', '会员', '下单时间', '实付金额'],
      rows: [
        ['A1', '小王', '2026-01-05 10:00', '10.00'],
        ['A2', '小李', '2026-01-06 11:00', '20.50'],
      ],
      guess: { createdAt: '下单时间', buyer: '会员', order: '流水号', paid: '实付金额' },
    });
  });

  it('without a header shows its columns by place', async () => {
    const [refusal] = await refusalsOf([file('17,20260105,12.50\n18,20260106,7.00\n')]);
    expect(refusal!.reason).toBe('imports.refusedUnknownPlain');
    expect(refusal!.preview).toMatchObject({ columns: ['#1', '#2', '#3'], guess: {} });
    expect(refusal!.preview!.rows[0]).toEqual(['17', '20260105', '12.50']);
  });

  it('is read once its columns have been named, and every later file with the same columns', async () => {
    const [refusal] = await refusalsOf([file(LIST)]);
    const memory = remember({}, refusal!.preview!.columns, MAP);
    expect(recall(memory, ['Betrag ', 'Kunde', 'Tag'])).toEqual(MAP);
    expect(recall(memory, ['Kunde', 'Tag'])).toBeNull();
    const turned = 'Tag,Betrag,Kunde\n2026-01-05,10,anna\n2026-01-06,20.5,ben\n';
    const [first, second] = [
      await readAll([file(LIST)], { memory }),
      await readAll([file(turned)], { memory }),
    ];
    expect(orderFacts(second)).toEqual(orderFacts(first));
    expect(first.inputs[0]).toMatchObject({ confidence: 'mapped', used: 2 });
  });

  it('needs no naming when it calls its columns by the names of the fields', async () => {
    const data = await readAll([file('paid,buyer,createdAt,colour\n10,anna,2026-01-05,red\n')]);
    expect(orderFacts(data)).toMatchObject([{ buyer: 'anna', paid: 10 }]);
  });

  it('is offered no guess for columns that hold something else', () => {
    expect(guessColumns(['Date', 'Total'], [['soon', 'much']])).toEqual({});
    expect(headerKey([])).toBe('');
  });
});

describe('a list of records in JSON', () => {
  const reviews = JSON.stringify([
    { reviewer: 'ann', date_reviewed: '05/20/2026', star_rating: 5, order_id: '33' },
    { reviewer: 'bob', date_reviewed: '05/25/2026', star_rating: 2, order_id: '34' },
  ]);

  it('is a table like any other', async () => {
    const [refusal] = await refusalsOf([{ name: 'reviews.json', bytes: bytes(reviews) }]);
    expect(refusal!.preview!.guess).toEqual({
      score: 'star_rating',
      answeredAt: 'date_reviewed',
      buyer: 'reviewer',
      order: 'order_id',
    });
    const data = await readAll([{ name: 'reviews.json', bytes: bytes(reviews) }], {
      map: refusal!.preview!.guess,
      dateOrder: 'mdy',
    });
    expect([...data.answers.score]).toEqual([5, 2]);
    expect(data.answers.buyer).toEqual(['ann', 'bob']);
  });
});

describe('scores on another scale', () => {
  const list = (scores: readonly number[]) =>
    file(`score,createdAt\n${scores.map((score) => `${score},2026-01-05`).join('\n')}\n`);

  it('refuse the file: low ones would pass for poor ones', async () => {
    const found = await refusalsOf([list([10, 9, 3, 8, 4])]);
    expect(found).toMatchObject([{ reason: 'imports.refusedScale', params: { line: 2, column: 'score' } }]);
  });

  it('are a slip of the pen where there is one', async () => {
    const data = await readAll([list([5, 4, 55, 3])]);
    expect([...data.answers.score]).toEqual([3, 4, 5]);
    expect(data.inputs[0]!.refused).toMatchObject([{ line: 4, found: '55', reason: 'bad-score' }]);
  });
});
