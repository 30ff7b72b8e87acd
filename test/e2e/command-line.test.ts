import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { translator } from '@shared/i18n/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledger } from '../bench/ledger';

/** The command as it is shipped; `npm test` builds it. */
const PROGRAM = resolve('.output/cli/main.js');
const t = translator('en');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-cli-'));
  // Large enough for the models to go to a second thread: by its notes, so that they are soon fitted.
  const [head = '', ...lines] = ledger(16_000).csv.trimEnd().split('\n');
  const note = 'as last time, '.repeat(20).replaceAll(',', ';');
  writeFileSync(
    join(folder, 'orders.csv'),
    [`${head},note`, ...lines.map((line) => `${line},${note}`)].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command in a process of its own, in the folder; `stderr` grows as it speaks. */
function begin(args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--lang', 'en'], { cwd: folder });
  const said = { stdout: '', stderr: '' };
  let heard = () => {};
  child.stderr.on('data', (text) => {
    said.stderr += text;
    heard();
  });
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  const says = (text: string) =>
    new Promise<void>((found) => {
      heard = () => {
        if (said.stderr.includes(text)) found();
      };
      heard();
    });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  return { child, said, says, ended };
}

describe('Ctrl-C', () => {
  it.each([
    ['while a file is read', 'cli.step.read'],
    ['while models are fitted', 'cli.step.fit'],
  ] as const)('%s: says so, and writes nothing', async (_, step) => {
    const { child, said, says, ended } = begin(['orders.csv', '--out', 'review.html']);
    await says(t(step));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(said.stderr.trimEnd().endsWith(t('cli.cancelled'))).toBe(true);
    expect(said.stdout).toBe('');
    expect(readdirSync(folder)).toEqual(['orders.csv']);
  });

  it('while standard input is waited for: ends too', async () => {
    const { child, said, ended } = begin(['-', '--format', 'json']);
    // More than a pipe holds: once it is gone the command is reading, and waits for the rest.
    const flushed = new Promise((done) => child.stdin.write('order,buyer\n'.repeat(100_000), done));
    await flushed;
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(said.stderr).toContain(t('cli.cancelled'));
    expect(said.stdout).toBe('');
  });
});

describe('pipes', () => {
  it('a reader who stops early is no fault', async () => {
    const { child, said, ended } = begin([
      'orders.csv',
      '--format',
      'csv',
      '--models',
      'bgnbd',
      '--no-progress',
    ]);
    // Before anything was written: the first word meets a closed pipe.
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    expect(said.stderr).not.toContain('EPIPE');
  });

  it('what comes through a pipe is read as a file is, and both threads agree', async () => {
    const args = ['--format', 'json', '--no-progress', '--as-of', '2026-01-01'];
    const [file, pipe] = [begin(['orders.csv', ...args]), begin(['-', ...args])];
    pipe.child.stdin.end(readFileSync(join(folder, 'orders.csv')));
    expect(await Promise.all([file.ended, pipe.ended])).toEqual([
      [0, null],
      [0, null],
    ]);
    const named = (text: string) => text.replaceAll('"orders.csv"', '"-"');
    expect(named(file.said.stdout)).toBe(pipe.said.stdout);
  });
});
