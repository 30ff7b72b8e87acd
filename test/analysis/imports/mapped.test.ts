import { recommendation } from '@analysis/measures/recommend';
import { satisfactionSection } from '@analysis/measures/satisfaction';
import { translator } from '@shared/i18n/index';
import { describe, expect, it } from 'vitest';
import { file, orderFacts, readAll, refusalsOf } from './helpers';

const LIST = { buyer: 'who', createdAt: 'when', paid: 'amount' } as const;

async function reason(text: string, options: Parameters<typeof refusalsOf>[1] = {}) {
  return (await refusalsOf([file(text)], options)).map(({ reason, params }) => [reason, params]);
}

describe('the owner’s map', () => {
  it('reads a file without header by places', async () => {
    const data = await readAll([file('anna,x,20260105,10\nben,y,20260106,0\n')], {
      map: { buyer: '#1', createdAt: '#3', paid: '#4' },
    });
    expect(orderFacts(data).map(({ buyer, paid }) => [buyer, paid])).toEqual([
      ['anna', 10],
      ['ben', 0],
    ]);
    expect(data.inputs[0]).toMatchObject({ format: 'mapped', confidence: 'mapped', rows: 2 });
  });

  it('applies to the files that hold all its columns; others are detected', async () => {
    const retail =
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,cup,2,2026-01-05 10:00:00,3.5,77,UK\n';
    const data = await readAll([file('who,when,amount\nanna,2026-01-05,10\n'), file(retail, 'retail.csv')], {
      map: LIST,
    });
    expect(data.inputs.map((input) => input.format)).toEqual(['mapped', 'online-retail']);
    expect([...data.orders.buyers].sort()).toEqual(['list:anna', 'online-retail:77']);
  });

  it('says which column is missing and which there are', async () => {
    expect(await reason('who,when,total\nanna,2026-01-05,10\n', { map: LIST })).toEqual([
      ['imports.refusedMapMissing', { file: 'list.csv', missing: 'amount', columns: 'who, when, total' }],
    ]);
    expect(await reason('who,when,amount\nanna,2026-01-05,10\n', { map: { paid: 'amount' } })).toMatchObject([
      ['imports.refusedMapOrders', {}],
    ]);
    expect(await reason('who,when,amount\nanna,2026-01-05,10\n')).toMatchObject([
      ['imports.refusedUnknown', { columns: 'who, when, amount' }],
    ]);
  });

  it('asks for the order of day and month', async () => {
    const text = 'who,when,amount\nanna,05/01/2026,10\n';
    expect(await reason(text, { map: LIST })).toMatchObject([
      ['imports.refusedDateOrder', { line: 2, column: 'when', found: '05/01/2026' }],
    ]);
    const data = await readAll([file(text)], { map: LIST, dateOrder: 'dmy' });
    expect(orderFacts(data)[0]!.time).toBe('2026-01-05T00:00:00');
  });

  it('sums price × quantity over the lines of an order and keeps repeated lines', async () => {
    const text =
      'no,who,when,price,n\n1,anna,2026-01-05,2.5,2\n1,anna,2026-01-05,2.5,2\n2,ben,2026-01-06,1,-3\n3,,2026-01-06,1,1\n4,ben,2026-01-06,0,1\n';
    const map = { order: 'no', buyer: 'who', createdAt: 'when', unitPrice: 'price', quantity: 'n' } as const;
    const data = await readAll([file(text)], { map });
    expect(orderFacts(data).map(({ number, paid, lines }) => [number, paid, lines])).toEqual([['1', 10, 2]]);
    expect(data.inputs[0]!.skipped).toEqual({ 'no-buyer': 1, price: 1, quantity: 1 });
    expect(data.withoutBuyer).toBe(1);
  });

  it('takes an amount that repeats on all lines of its order once', async () => {
    const rows = ['1,anna,2026-01-05,30', '2,ben,2026-01-06,12', '3,cara,2026-01-07,8'];
    const text = `no,who,when,total\n${rows.flatMap((row) => [row, row]).join('\n')}\n`;
    const map = { order: 'no', buyer: 'who', createdAt: 'when', paid: 'total' } as const;
    const repeated = await readAll([file(text)], { map });
    expect(orderFacts(repeated).map(({ paid }) => paid)).toEqual([30, 12, 8]);
    expect(repeated.inputs[0]!.notes).toContain('imports.notePaidRepeated');
    const parts = await readAll([file(`${text}4,dora,2026-01-08,1\n4,dora,2026-01-08,2\n`)], { map });
    expect(orderFacts(parts).map(({ paid }) => paid)).toEqual([60, 24, 16, 3]);
  });

  it('refuses rows it can’t read, with place and text', async () => {
    const text =
      'who,when,amount\nanna,2026-02-30,10\nben,2026-01-06,ten\ncara,,5\ndora,2026-01-08,\neve,2026-01-09,1\n';
    const data = await readAll([file(text)], { map: LIST });
    expect(data.inputs[0]!.refused).toEqual([
      { line: 2, column: 'when', found: '2026-02-30', reason: 'bad-date' },
      { line: 3, column: 'amount', found: 'ten', reason: 'bad-amount' },
      { line: 4, column: 'when', found: '', reason: 'no-date' },
      { line: 5, column: 'amount', found: '', reason: 'no-amount' },
    ]);
    expect(data.inputs[0]).toMatchObject({ rows: 5, used: 1, refusedCount: 4 });
  });

  it('refuses a file whose ids a spreadsheet has rounded', async () => {
    const map = { ...LIST, order: 'no' } as const;
    expect(await reason('no,who,when,amount\n1.10000E+18,anna,2026-01-05,10\n', { map })).toMatchObject([
      ['imports.refusedRoundedIds', { line: 2, column: 'no', found: '1.10000E+18' }],
    ]);
  });

  it('understands status words and refunds', async () => {
    const map = { ...LIST, order: 'no', status: 'state', refund: 'back' } as const;
    const text =
      'no,who,when,amount,state,back\n1,a,2026-01-05,10,Paid,0\n2,b,2026-01-05,10,已取消,\n3,c,2026-01-05,10,待付款,\n4,d,2026-01-05,10,completed,4\n5,e,2026-01-05,10,refunded,\n6,f,2026-01-05,10,paid,10\n7,g,2026-01-05,10,whatever,\n';
    const data = await readAll([file(text)], { map });
    expect(
      orderFacts(data).map(({ number, refund, refundUnknown }) => [number, refund, refundUnknown]),
    ).toEqual([
      ['1', 0, false],
      ['4', 4, false],
      ['5', 0, true],
    ]);
    expect(data.inputs[0]!.skipped).toEqual({ cancelled: 1, refunded: 1, 'unknown-status': 1, unpaid: 1 });
  });

  it('reads answers where a score is named', async () => {
    const map = { score: 'stars', askedAt: 'asked', answeredAt: 'told', buyer: 'who' } as const;
    const text =
      'who,asked,told,stars\nanna,2026-01-05,2026-01-06,5\nben,2026-01-05,,\ncara,2026-01-05,2026-01-07,9\n';
    const data = await readAll([file(text)], { map });
    expect([...data.answers.score]).toEqual([Number.NaN, 5]);
    expect(data.inputs[0]!.refused).toMatchObject([{ line: 4, reason: 'bad-score' }]);
  });
});

describe('customer summaries', () => {
  it.each([
    [
      'id,frequency,recency,T,monetary_value\nanna,2,30.43,38.86,22.35\nben,0,0,38.86,0\n',
      ['anna', 'ben'],
      22.35,
    ],
    ['frequency,recency,T\n2,30.43,38.86\n0,0,38.86\n', ['#2', '#3'], Number.NaN],
  ])('are read with and without id and spend', async (text, buyers, spend) => {
    const { summaries, inputs } = await readAll([file(text)]);
    expect(inputs[0]).toMatchObject({ format: 'customer-summary', used: 2 });
    expect(summaries!.buyer).toEqual(buyers);
    expect([summaries!.x[0], summaries!.tx[0], summaries!.T[0], summaries!.spend[0]]).toEqual([
      2,
      30.43,
      38.86,
      spend,
    ]);
  });

  it('refuse rows that cannot be', async () => {
    const data = await readAll([file('frequency,recency,T\n2,50,40\n1.5,2,40\n1,2,40\n')]);
    expect(data.inputs[0]!.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'bad-number'],
      [3, 'bad-number'],
    ]);
  });
});

describe('time zones', () => {
  it('move times that name their zone, and leave local ones', async () => {
    const text = 'who,when,amount\nanna,2024-05-01 22:00:00 -0400,10\nben,2024-05-01 22:00:00,10\n';
    const data = await readAll([file(text)], { map: LIST, tz: 'Asia/Shanghai' });
    expect(orderFacts(data).map(({ buyer, time }) => [buyer, time])).toEqual([
      ['ben', '2024-05-01T22:00:00'],
      ['anna', '2024-05-02T10:00:00'],
    ]);
    expect(data.timeZone).toBe('Asia/Shanghai');
  });
});

describe('answers from 0 to 10', () => {
  const list = file(
    'who,likely,day\nann,10,2026-01-05\nbob,0,2026-01-06\ncy,11,2026-01-06\ndi,9.5,2026-01-06\ned,,2026-01-07\n',
  );
  const map = { buyer: 'who', recommend: 'likely', createdAt: 'day' };

  it('stay as they are, apart from the scores', async () => {
    const { answers, inputs } = await readAll([list], { map });
    expect([...answers.recommend!]).toEqual([10, 0]);
    expect(answers.score.every(Number.isNaN)).toBe(true);
    expect(inputs[0]!.refused).toMatchObject([
      { line: 4, column: 'likely', found: '11', reason: 'bad-recommend' },
      { line: 5, column: 'likely', found: '9.5', reason: 'bad-recommend' },
    ]);
    expect(inputs[0]!.skipped).toEqual({ 'not-answered': 1 });
  });

  it('give the net promoter score, and no mean', async () => {
    const { answers } = await readAll([list], { map });
    expect(recommendation(answers)).toMatchObject({ answered: 2, promoters: 1, detractors: 1, score: 0 });
    expect(satisfactionSection(answers, translator('en'))).toMatchObject({ answered: 0, mean: null });
  });
});
