import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importsOf, ROOT, sources } from './tree';

// Tries F-83 of test/faults.md.

/** Licences under which a thing may be part of an MIT program that is handed out built. */
const COMPATIBLE: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
]);
/** Few enough to be read by a person. */
const MOST = 16;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const folderOf = (name: string) => `${ROOT}/node_modules/${name}`;
const packageOf = (name: string): Package =>
  JSON.parse(readFileSync(`${folderOf(name)}/package.json`, 'utf8')) as Package;

/** Everything that is in what we hand out: the named dependencies and what they need in turn. */
function shipped(): readonly Package[] {
  const root = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Package;
  const found = new Map<string, Package>();
  const open = Object.keys(root.dependencies ?? {});
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const one = packageOf(name);
    found.set(name, one);
    open.push(...Object.keys(one.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceText(name: string): string {
  const file = readdirSync(folderOf(name)).find((entry) => /^licen[cs]e/i.test(entry));
  return file
    ? readFileSync(`${folderOf(name)}/${file}`, 'utf8')
        .replace(/\r\n/g, '\n')
        .trim()
    : '';
}

describe('what others wrote', () => {
  const packages = shipped();

  test('is little, pinned exactly, and under licences that agree with ours', () => {
    expect(packages.length).toBeLessThanOrEqual(MOST);
    expect(packages.filter(({ license }) => !COMPATIBLE.has(license ?? '')).map(({ name }) => name)).toEqual(
      [],
    );
    const { dependencies = {} } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Package;
    expect(Object.values(dependencies).filter((wanted) => !/^\d+\.\d+\.\d+$/.test(wanted))).toEqual([]);
  });

  test('what only the tests use (an editor under the GPL among it) is no part of it', () => {
    const { devDependencies = {} } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Package;
    const used = sources(['shared', 'analysis', 'extension']).flatMap((path) => importsOf(path, true));
    const ours = Object.keys(devDependencies).filter((name) =>
      used.some((it) => it === name || it.startsWith(`${name}/`)),
    );
    // The frame of the extension, and what builds the letter.
    expect(ours).toEqual(['vite', 'wxt']);
  });

  test('no package runs a script of its own when it is installed', () => {
    expect(readFileSync(`${ROOT}/.npmrc`, 'utf8')).toContain('ignore-scripts=true');
  });

  test('the lockfile names no address', () => {
    expect(readFileSync(`${ROOT}/package-lock.json`, 'utf8')).not.toMatch(
      /"resolved":|https?:\/\/[^"]*registry/,
    );
  });

  test('is named, with its licence, in what the extension ships', async () => {
    const head = 'Zhanggui is built with the work of others, under the licences printed here.\n';
    const parts = packages.map(({ name, version, license }) =>
      [`${name} ${version} (${license})`, '', licenceText(name)].join('\n').trim(),
    );
    const text = `${[head, ...parts].join(`\n${'-'.repeat(72)}\n\n`)}\n`;
    expect(existsSync(`${ROOT}/extension/public`)).toBe(true);
    await expect(text).toMatchFileSnapshot(`${ROOT}/extension/public/third-party-notices.txt`);
  });
});
