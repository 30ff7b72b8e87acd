import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { WORTH_A_THREAD } from '@analysis/cli/fit-thread';
import { nodeIo } from '@analysis/cli/node-io';
import { readAhead } from '@analysis/cli/read-ahead';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zhanggui-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = Buffer.from('order,buyer,2026-11-22,¥1.25\n'.repeat(1 + WORTH_A_THREAD / 25));
function large(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('large files', () => {
  it('are read ahead, whole and in order, into memory that both threads see', async () => {
    const path = large('orders.csv');
    const typed = ['--format', 'json', path];
    const ahead = readAhead(typed);
    const pieces = await Promise.all(ahead(path) ?? []);
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.every((piece) => piece.buffer instanceof SharedArrayBuffer)).toBe(true);
    // Whoever comes second reads the file as any other, and nothing holds on to what was read.
    expect(ahead(path)).toBeNull();
    const { read } = nodeIo('', new AbortController().signal, null, readAhead(typed));
    expect((await bytesOf(await read(relative(process.cwd(), path)))).equals(text)).toBe(true);
    expect((await bytesOf(await read(path))).equals(text)).toBe(true);
  });

  it('come out the same where they were not read ahead', async () => {
    const path = large('other.csv');
    const { read } = nodeIo('', new AbortController().signal, null, readAhead([large('orders.csv')]));
    expect((await bytesOf(await read(path))).equals(text)).toBe(true);
  });

  it('are not taken for one of the same name elsewhere', () => {
    mkdirSync(join(folder, 'inner'), { recursive: true });
    const ahead = readAhead([large('orders.csv')]);
    expect(ahead(large('inner/orders.csv'))).toBeNull();
  });
});

describe('what is not read ahead', () => {
  it('is whatever else was typed', async () => {
    const small = join(folder, 'small.csv');
    writeFileSync(small, 'order,buyer\n1,anna\n');
    const typed = ['--format', '-', '', 'no such file', folder, small, 'a\0b', `${small}/inside`];
    const ahead = readAhead(typed);
    expect(typed.map(ahead)).toEqual(typed.map(() => null));
  });
});
