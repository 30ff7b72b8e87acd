import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The weekly review of the practice shop's exports and its book, by the command an owner would use. */
export async function writeLetter(books: string, book: string, out: string, lang: string): Promise<string[]> {
  const exports = readdirSync(books).filter((name) => name.endsWith('.csv'));
  const files = [resolve(book), ...exports.map((name) => join(books, name))];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('.output/cli/main.js'), ...files, '--lang', lang, '--no-progress'],
    { cwd: out, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The weekly review was not written (exit code ${status}): ${stderr}`);
  return stdout.trimEnd().split('\n');
}
