import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a disk, a repair or a cleaner does to a stored database while the browser is closed. */
export type Damage = (profile: string, random: () => number) => void;

const folderOf = (profile: string) => join(profile, 'Default', 'IndexedDB');

/** The files of the stored databases, largest first. */
function files(profile: string): readonly string[] {
  return readdirSync(folderOf(profile), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folderOf(profile), name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0)
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

function named(profile: string, pattern: RegExp): readonly string[] {
  return files(profile).filter((path) => pattern.test(path));
}

/** Does something to each file of a name. */
function each(profile: string, pattern: RegExp, harm: (path: string) => void): void {
  for (const path of named(profile, pattern)) harm(path);
}

function flip(path: string, at: number, bit: number): void {
  const bytes = readFileSync(path);
  if (bytes.length === 0) return;
  const place = at % bytes.length;
  bytes[place] = bytes[place]! ^ (1 << bit);
  writeFileSync(path, bytes);
}

function cut(path: string, part: number): void {
  if (existsSync(path)) truncateSync(path, Math.floor(statSync(path).size * part));
}

/** One bit in one byte of one of the files. */
export const oneBit: Damage = (profile, random) => {
  const all = files(profile);
  const path = all[Math.floor(random() * all.length)]!;
  flip(path, Math.floor(random() * statSync(path).size), Math.floor(random() * 8));
};

/** The ways a stored database was seen to break, by name; what does not fit a backend does nothing to it. */
export const DAMAGES: Readonly<Record<'leveldb' | 'sqlite', Readonly<Record<string, Damage>>>> = {
  leveldb: {
    'the folder is gone': (profile) => rmSync(folderOf(profile), { recursive: true, force: true }),
    'a bit of the log is flipped': (profile, random) => {
      for (const path of named(profile, /\.log$/).slice(0, 1)) {
        flip(path, Math.floor(random() * statSync(path).size), 3);
      }
    },
    'the log is cut in half': (profile) => each(profile, /\.log$/, (path) => cut(path, 0.5)),
    'the log is emptied': (profile) => each(profile, /\.log$/, (path) => cut(path, 0)),
    'the manifest is flipped': (profile) => each(profile, /MANIFEST/, (path) => flip(path, 9, 2)),
    'the manifest is gone': (profile) => each(profile, /MANIFEST/, (path) => rmSync(path)),
    'CURRENT points nowhere': (profile) =>
      each(profile, /CURRENT$/, (path) => writeFileSync(path, 'MANIFEST-999999\n')),
  },
  sqlite: {
    'the folder is gone': (profile) => rmSync(folderOf(profile), { recursive: true, force: true }),
    'one database is gone': (profile) => rmSync(files(profile)[0]!),
    'the headers are overwritten': (profile) => {
      for (const path of files(profile)) for (let at = 0; at < 16; at++) flip(path, at, at % 8);
    },
    'the databases are cut in half': (profile) => each(profile, /./, (path) => cut(path, 0.5)),
    'a byte of each is flipped': (profile, random) => {
      for (const path of files(profile)) flip(path, Math.floor(random() * statSync(path).size), 5);
    },
  },
};
