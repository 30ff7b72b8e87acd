import { describe, expect, test } from 'vitest';
import { importsOf, sources } from './tree';

/** One border of the house: the files it holds for, and what they must not import. */
interface Border {
  readonly says: string;
  readonly files: (path: string) => boolean;
  readonly never: (imported: string, path: string) => boolean;
}

const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const ours = (name: string) => /^(shared|analysis|extension|test)\//.test(name);
const drawing = (name: string) => /^(preact|@preact\/|chart\.js)/.test(name);

const BORDERS: readonly Border[] = [
  {
    says: 'shared imports nothing of ours',
    files: below('shared'),
    never: (name) => ours(name) && !below('shared')(name),
  },
  {
    says: 'analysis imports shared only',
    files: below('analysis'),
    never: (name) => /^(extension|test)\//.test(name),
  },
  { says: 'extension imports nothing of test', files: below('extension'), never: below('test') },
  {
    says: 'the chat side never touches the book',
    files: (path) => below('extension/chat')(path) || /entrypoints\/.*\.content/.test(path),
    never: below('extension/book'),
  },
  {
    says: 'Node belongs to the command line',
    files: (path) => !below('analysis/cli')(path) && !path.endsWith('vite.config.ts'),
    never: (name) => name.startsWith('node:'),
  },
  {
    says: 'browser APIs belong to the extension',
    files: (path) => !below('extension')(path),
    never: (name) => name.startsWith('wxt/'),
  },
  {
    says: 'Dexie belongs to the book',
    files: (path) => !below('extension/book')(path),
    never: (name) => name === 'dexie',
  },
  {
    says: 'drawing belongs to the extension and the notebook',
    files: (path) => !below('extension')(path) && !below('analysis/notebook')(path),
    never: drawing,
  },
  {
    says: 'the service worker never writes the book',
    files: (path) => below('extension/background')(path) || path === 'extension/entrypoints/background.ts',
    never: (name) => below('extension/book/actions')(name) || name === 'extension/book/commit',
  },
];

const FILES = sources(['shared', 'analysis', 'extension']);

describe('who may import whom', () => {
  test.each(BORDERS)('$says', ({ files, never }) => {
    const offences = FILES.filter(files).flatMap((path) =>
      importsOf(path)
        .filter((name) => never(name, path))
        .map((name) => `${path} imports ${name}`),
    );
    expect(offences).toEqual([]);
  });

  test('the content script stays small: no schema library, no screen library', () => {
    const seen = new Set<string>();
    const walk = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of importsOf(path, true)) {
        const file = [name, `${name}.ts`, `${name}.tsx`, `${name}/index.ts`].find((candidate) =>
          FILES.includes(candidate),
        );
        if (file) walk(file);
        else seen.add(name);
      }
    };
    walk('extension/entrypoints/chat.ts');
    const heavy = [...seen].filter((name) => /^(valibot|preact|dexie|@preact)/.test(name));
    expect(heavy).toEqual([]);
  });
});
