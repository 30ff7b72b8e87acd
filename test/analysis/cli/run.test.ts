import { gzipSync } from 'node:zlib';
import type { Review } from '@analysis/review';
import { describe, expect, it } from 'vitest';
import { runWith } from './memory-io';

const MAP = ['--map', 'order=No', '--map', 'buyer=Who', '--map', 'createdAt=When', '--map', 'paid=Sum'];
const SALES = [
  'No,Who,When,Sum',
  '1,anna,2026-11-02 10:00,10.10',
  '2,anna,2026-11-09 10:00,20.20',
  '3,</script><b>bo,2026-11-18 10:00,30.30',
  '',
].join('\n');
const ARGS = ['sales.csv', ...MAP, '--currency', 'CNY', '--tz', 'Asia/Shanghai'];

describe('run', () => {
  it('prints one JSON object and nothing else on standard output', async () => {
    const { code, stdout, stderr, written } = await runWith({ 'sales.csv': SALES }, [
      ...ARGS,
      '--format',
      'json',
    ]);
    expect(code, stderr).toBe(0);
    const review = JSON.parse(stdout) as Review;
    expect(review).toMatchObject({
      schema: 'review/1',
      asOf: '2026-11-18',
      currency: 'CNY',
      period: { from: '2026-11-12', to: '2026-11-18', isoWeek: '2026-W47' },
      orders: { count: 3, buyers: 2, revenue: 60.6, averageOrder: 20.2 },
      repeat: { buyers: 2, repeatBuyers: 1, rate: 0.5 },
      clv: null,
    });
    expect(review.clvReason).toContain('30');
    expect(written.size).toBe(0);
    expect(stderr).not.toBe('');
  });

  it('gives the same text for the same files', async () => {
    const once = await runWith({ 'sales.csv': SALES }, [...ARGS, '--format', 'json']);
    const again = await runWith({ 'sales.csv': SALES }, [...ARGS, '--format', 'json']);
    expect(again.stdout).toBe(once.stdout);
  });

  it('reads standard input and packed files', async () => {
    const args = ['--format', 'json', '--no-progress', ...ARGS.slice(1)];
    const piped = await runWith({ '-': SALES }, ['-', ...args]);
    expect(JSON.parse(piped.stdout).orders.count, piped.stderr).toBe(3);
    const packed = await runWith({ 'sales.csv.gz': gzipSync(SALES) }, ['sales.csv.gz', ...args]);
    expect(JSON.parse(packed.stdout).orders.count, packed.stderr).toBe(3);
    expect(packed.stderr).toBe('');
  });

  it('writes the letter under the week’s name, with nothing in it that could end the script', async () => {
    const { code, stdout, written } = await runWith({ 'sales.csv': SALES }, [...ARGS, '--lang', 'zh-CN']);
    expect(code).toBe(0);
    expect([...written.keys()]).toEqual(['weekly-review-2026-W47.html']);
    const page = written.get('weekly-review-2026-W47.html')!;
    expect(page).toContain('<html lang="zh-CN"');
    expect(page).toMatch(/"inputHashes":\[\{"name":"[^"]+","hash":"[0-9a-f]{64}"\}\]/);
    expect(page).toMatch(/"rows":\{"rows":\[\[/);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    const json = page.slice(page.indexOf('json">') + 6, page.indexOf('</script>'));
    expect(JSON.parse(json).orders.count).toBe(3);
    expect(stdout).toContain('周复盘 2026-W47');
    expect(stdout).toContain('已写好：weekly-review-2026-W47.html');
  });

  it('writes Markdown and CSV to standard output, or where --out says', async () => {
    const md = await runWith({ 'sales.csv': SALES }, [...ARGS, '--format', 'md']);
    expect(md.stdout).toMatch(/^# Weekly review/);
    const csv = await runWith({ 'sales.csv': SALES }, [...ARGS, '--format', 'csv', '--out', 'r.csv']);
    expect(csv.written.get('r.csv')).toContain('orders,revenue,60.6');
  });

  it('calls files by name alone, and by path where two have one name', async () => {
    const files = { 'a/sales.csv': SALES, 'b/sales.csv': SALES };
    const named = async (...paths: string[]) => {
      const args = [...paths, ...ARGS.slice(1), '--format', 'json'];
      const review = JSON.parse((await runWith(files, args)).stdout) as Review;
      expect(review.orders!.count).toBe(3);
      return review.inputs.map(({ file }) => file);
    };
    expect(await named('a/sales.csv')).toEqual(['sales.csv']);
    expect(await named('a/sales.csv', 'b/sales.csv')).toEqual(['a/sales.csv', 'b/sales.csv']);
  });

  it('refuses a missing file with its name and writes nothing', async () => {
    const { code, stderr, written, stdout } = await runWith({ 'sales.csv': SALES }, [...ARGS, 'gone.csv']);
    expect(code).toBe(3);
    expect(stderr).toContain('gone.csv: There is no such file');
    expect(written.size).toBe(0);
    expect(stdout).toBe('');
  });

  it('refuses a file it does not know, unless the rest is asked for', async () => {
    const files = { 'sales.csv': SALES, 'poem.txt': 'Shall I compare thee\nto a summer day\n' };
    const whole = await runWith(files, [...ARGS, 'poem.txt', '--lang', 'zh-CN']);
    expect(whole.code).toBe(3);
    expect(whole.stderr).toContain('poem.txt');
    expect(whole.written.size).toBe(0);
    const part = await runWith(files, [...ARGS, 'poem.txt', '--partial']);
    expect(part.code, part.stderr).toBe(0);
    expect(part.stderr).toContain('poem.txt');
    expect(part.written.size).toBe(1);
  });

  it('says which rows it could not read, where, and what stood there', async () => {
    const broken = SALES.replace('2026-11-09 10:00', 'someday');
    const { code, stderr, stdout } = await runWith({ 'sales.csv': broken }, [...ARGS, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).inputs[0].refusedCount).toBe(1);
    expect(stderr).toMatch(/line 3, column When, found "someday"/);
  });

  it('gives the reason of each of them in the reader’s language, with the next step', async () => {
    const broken = SALES.replace('2026-11-09 10:00', 'someday');
    const reason = async (lang: string) => {
      const argv = [...ARGS, '--format', 'json', '--lang', lang];
      const { stdout } = await runWith({ 'sales.csv': broken }, argv);
      return JSON.parse(stdout).inputs[0].refused[0].reason;
    };
    expect(await reason('en')).toBe('this is no date we know; write it like 2026-11-22');
    expect(await reason('zh-CN')).toContain('请写成 2026-11-22');
  });

  it('ends with 2 where --out names a folder or a folder that is not there', async () => {
    for (const badPlace of ['ENOENT', 'EISDIR'] as const) {
      const { code, stderr, written } = await runWith(
        { 'sales.csv': SALES },
        [...ARGS, '--out', 'x/y.html'],
        {
          badPlace,
        },
      );
      expect(code).toBe(2);
      expect(stderr).toContain('x/y.html');
      expect(stderr).toContain('--out');
      expect(written.size).toBe(0);
    }
  });

  it('ends with 2 on wrong usage, before any file is touched', async () => {
    const { code, stderr } = await runWith({}, ['gone.csv', '--colour', '--lang', 'zh-TW']);
    expect(code).toBe(2);
    expect(stderr).toContain('沒有 --colour 這個選項');
  });

  it('helps in three languages, with examples', async () => {
    const help = async (lang: string) => (await runWith({}, ['--help', '--lang', lang])).stdout;
    const texts = await Promise.all(['en', 'zh-CN', 'zh-TW'].map(help));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/npm run analyze -- \S+\.csv/);
  });

  it('ends with 4 and a sentence when the letter can’t be made or written', async () => {
    const unbuilt = await runWith({ 'sales.csv': SALES }, ARGS, { template: null });
    expect(unbuilt.code).toBe(4);
    expect(unbuilt.stderr).toContain('not built');
    const full = await runWith({ 'sales.csv': SALES }, ARGS, { full: true });
    expect(full.code).toBe(4);
    expect(full.stderr).toContain('no space left');
  });
});
