import { parseArguments } from '@analysis/cli/parse-arguments';
import { parseMap } from '@analysis/cli/parse-map';
import { describe, expect, it } from 'vitest';

const parse = (...argv: string[]) => parseArguments(argv, {});
function request(...argv: string[]) {
  const parsed = parse(...argv);
  if (!parsed.ok || parsed.kind !== 'run') throw new Error(`not accepted: ${argv.join(' ')}`);
  return parsed.request;
}
function sentence(...argv: string[]) {
  const parsed = parse(...argv);
  if (parsed.ok) throw new Error(`accepted: ${argv.join(' ')}`);
  return parsed.sentence;
}

describe('arguments', () => {
  it('has the defaults of the contract', () => {
    expect(request('a.csv')).toMatchObject({
      files: ['a.csv'],
      format: 'html',
      out: null,
      partial: false,
      progress: true,
      lang: 'en',
      read: { map: null, dateOrder: null, tz: null, currency: null, password: null },
      review: { unit: 'week', horizonWeeks: 52, models: ['bgnbd', 'mbgnbd', 'pnbd', 'gg'], net: false },
    });
  });

  it('takes every option', () => {
    const all = request(
      ...['--as-of', '2026-11-22', '--from', '2026-01-01', '--to', '2026-11-01', '--tz', 'Asia/Shanghai'],
      ...['--lang', 'zh-CN', '--currency', 'cny', '--unit', 'day', '--calibrate-until', '2026-08-31'],
      ...['--horizon', '90d', '--models', 'gg,pnbd', '--net', '--date-order', 'dmy', '--format', 'json'],
      ...['--out', 'x.json', '--password', 'secret', '--partial', '--no-progress', 'a.csv', '-'],
      ...['--map', 'order=Order No', '--map', 'paid=#4'],
    );
    expect(all).toMatchObject({
      files: ['a.csv', '-'],
      read: {
        map: { order: 'Order No', paid: '#4' },
        dateOrder: 'dmy',
        tz: 'Asia/Shanghai',
        currency: 'CNY',
      },
      review: {
        asOf: '2026-11-22',
        from: '2026-01-01',
        to: '2026-11-01',
        unit: 'day',
        calibrateUntil: '2026-08-31',
        models: ['pnbd', 'gg'],
        net: true,
      },
      format: 'json',
      out: 'x.json',
      partial: true,
      progress: false,
      lang: 'zh-CN',
    });
    expect(all.review.horizonWeeks).toBeCloseTo(90 / 7, 12);
    expect(request('a.csv', '--horizon=39w').review.horizonWeeks).toBe(39);
  });

  it('takes the language of the system when none is named', () => {
    const lang = (env: Record<string, string>) =>
      parseArguments(['a.csv'], env).ok && parseArguments(['a'], env);
    expect(lang({ LANG: 'zh_CN.UTF-8' })).toMatchObject({ request: { lang: 'zh-CN' } });
    expect(lang({ LC_ALL: 'zh_TW.UTF-8', LANG: 'zh_CN.UTF-8' })).toMatchObject({
      request: { lang: 'zh-TW' },
    });
    expect(lang({ LANG: 'C' })).toMatchObject({ request: { lang: 'en' } });
  });

  it.each([
    [['a.csv', '--colour'], '--colour'],
    [['a.csv', '--as-of', '2026-02-30'], '2026-02-30'],
    [['a.csv', '--from', '2026-02-02', '--to', '2026-02-01'], '--from 2026-02-02 lies after --to 2026-02-01'],
    [['a.csv', '--from', '2026-02-02', '--as-of', '2026-02-01'], 'after --as-of'],
    [['a.csv', '--calibrate-until', '2026-02-02', '--as-of', '2026-02-01'], 'after --as-of'],
    [['a.csv', '--from', '2026-02-02', '--calibrate-until', '2026-02-01'], 'after --calibrate-until'],
    [['a.csv', '--tz', 'Mars/Base'], 'Mars/Base'],
    [['a.csv', '--currency', 'yuan'], 'yuan'],
    [['a.csv', '--unit', 'month'], 'day | week'],
    [['a.csv', '--horizon', '0w'], '0w'],
    [['a.csv', '--horizon', '3m'], '39w'],
    [['a.csv', '--models', 'bgnbd,arima'], 'arima'],
    [['a.csv', '--format', 'pdf'], 'html | json | md | csv'],
    [['a.csv', '--lang', 'fr'], 'fr'],
    [['a.csv', '--date-order', 'ymd'], 'ymd'],
    [['a.csv', '--map', 'Column'], 'field=Column'],
    [['a.csv', '--map', 'colour=Red'], 'colour'],
    [['a.csv', '--out'], '--out'],
    [['a.csv', '--out', '--partial'], '--out'],
    [['a.csv', '--net=yes'], '--net'],
    [['-', '-'], 'once'],
    [[], 'No file'],
  ])('refuses %j with a sentence that names it', (argv, named) => {
    expect(sentence(...argv)).toContain(named);
  });

  it('speaks the reader’s language about mistakes too', () => {
    expect(sentence('a.csv', '--lang', 'zh-CN', '--unit', 'month')).toContain('只能是 day | week');
    expect(sentence('a.csv', '--nope', '--lang=zh-TW')).toContain('選項');
  });
});

describe('--map', () => {
  it('keeps a comma that belongs to a column’s name', () => {
    expect(parseMap(['paid=Total, incl. tax', 'buyer=Name'])).toEqual({
      ok: true,
      map: { paid: 'Total, incl. tax', buyer: 'Name' },
    });
    expect(parseMap(['order=No,buyer=Who'])).toEqual({ ok: true, map: { order: 'No', buyer: 'Who' } });
  });

  it('refuses a field named twice', () => {
    expect(parseMap(['order=A', 'order=B'])).toMatchObject({ ok: false, key: 'cli.fieldTwice' });
  });
});
