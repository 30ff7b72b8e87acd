import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeIo } from '@analysis/cli/node-io';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zhanggui-io-'));
const io = nodeIo('', new AbortController().signal);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('writing', () => {
  it('leaves one whole file and nothing beside it', async () => {
    const path = join(folder, 'letter.html');
    await io.write(path, 'first');
    await io.write(path, 'second');
    expect(readFileSync(path, 'utf8')).toBe('second');
    expect(readdirSync(folder)).toEqual(['letter.html']);
  });

  it.skipIf(process.platform === 'win32')('writes through a link and keeps the link', async () => {
    const target = join(folder, 'target.html');
    const link = join(folder, 'link.html');
    writeFileSync(target, '');
    symlinkSync(target, link);
    await io.write(link, 'text');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('text');
  });

  it.skipIf(process.platform === 'win32')(
    'writes into a pipe and does not put a file in its place',
    async () => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const [read] = await Promise.all([readFile(pipe, 'utf8'), io.write(pipe, 'through')]);
      expect(read).toBe('through');
      expect(lstatSync(pipe).isFIFO()).toBe(true);
    },
  );
});
