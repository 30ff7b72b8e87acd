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

/**
 * What a disk, a repair or a cleaner does to a stored database while the browser is closed.
 *
 * @param port only the databases of the pages at this port of the own computer; all there are without it
 */
export type Damage = (profile: string, random: () => number, port?: string) => void;

/** Chromium keeps the databases of all sites in one folder, Firefox each site's in a folder of the site's own. */
const chromiumFolder = (profile: string) => join(profile, 'Default', 'IndexedDB');
const firefoxFolder = (profile: string) => join(profile, 'storage', 'default');
const isFirefox = (profile: string) => existsSync(firefoxFolder(profile));

function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

/** The folders of the databases, one or two for each site. */
function folders(profile: string, port: string | undefined): readonly string[] {
  const site = port === undefined ? /./ : new RegExp(`[_+]${port}\\b`);
  const firefox = isFirefox(profile);
  const top = firefox ? firefoxFolder(profile) : chromiumFolder(profile);
  return readdirSync(top)
    .filter((name) => site.test(name))
    .map((name) => join(top, name, ...(firefox ? ['idb'] : [])))
    .filter((folder) => existsSync(folder));
}

const whole = (path: string) => statSync(path).isFile() && statSync(path).size > 0;

/** The files of the stored databases, largest first. */
function files(profile: string, port?: string): readonly string[] {
  return folders(profile, port)
    .flatMap((folder) => below(folder))
    .filter(whole)
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

/** Does something to each file of a name. */
function each(
  profile: string,
  port: string | undefined,
  pattern: RegExp,
  harm: (path: string) => void,
): void {
  for (const path of files(profile, port)) if (pattern.test(path)) harm(path);
}

const gone: Damage = (profile, _, port) => {
  const all = port === undefined && !isFirefox(profile);
  const there = all ? [chromiumFolder(profile)] : folders(profile, port);
  for (const folder of there) rmSync(folder, { recursive: true, force: true });
};

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
export const oneBit: Damage = (profile, random, port) => flipOne(files(profile, port), random);

/** One bit in one byte of one of the journal's files: of which site, Chromium's private files do not say. */
export const journalBit: Damage = (profile, random, port) => flipOne(journalFiles(profile, port), random);

function journalFiles(profile: string, port: string | undefined): readonly string[] {
  if (isFirefox(profile)) {
    const own = folders(profile, port).map((folder) => join(folder, '..', 'fs'));
    // Beside the files lies Firefox's own list of them.
    return own.flatMap((folder) => below(folder)).filter((path) => !/\.sqlite/.test(path) && whole(path));
  }
  const files = below(join(profile, 'Default', 'File System'));
  return files.filter((path) => /[\\/]\d{8}$/.test(path) && whole(path));
}

function flipOne(paths: readonly string[], random: () => number): void {
  const path = paths[Math.floor(random() * paths.length)]!;
  flip(path, Math.floor(random() * statSync(path).size), Math.floor(random() * 8));
}

type Damages = Readonly<Record<string, Damage>>;

/** What harms SQLite's files, Chromium's and Firefox's. */
const SQLITE: Damages = {
  'the folder is gone': gone,
  'one database is gone': (profile, _, port) => rmSync(files(profile, port)[0]!),
  'the headers are overwritten': (profile, _, port) => {
    for (const path of files(profile, port)) for (let at = 0; at < 16; at++) flip(path, at, at % 8);
  },
  'the databases are cut in half': (profile, _, port) => each(profile, port, /./, (path) => cut(path, 0.5)),
  'a byte of each is flipped': (profile, random, port) => {
    for (const path of files(profile, port)) flip(path, Math.floor(random() * statSync(path).size), 5);
  },
};

/** The ways a stored database was seen to break, by name; what does not fit a backend does nothing to it. */
export const DAMAGES: Readonly<Record<'leveldb' | 'sqlite' | 'firefox', Damages>> = {
  leveldb: {
    'the folder is gone': gone,
    'a bit of the log is flipped': (profile, random, port) => {
      for (const path of files(profile, port)
        .filter((one) => one.endsWith('.log'))
        .slice(0, 1)) {
        flip(path, Math.floor(random() * statSync(path).size), 3);
      }
    },
    'the log is cut in half': (profile, _, port) => each(profile, port, /\.log$/, (path) => cut(path, 0.5)),
    'the log is emptied': (profile, _, port) => each(profile, port, /\.log$/, (path) => cut(path, 0)),
    'the manifest is flipped': (profile, _, port) =>
      each(profile, port, /MANIFEST/, (path) => flip(path, 9, 2)),
    'the manifest is gone': (profile, _, port) => each(profile, port, /MANIFEST/, (path) => rmSync(path)),
    'CURRENT points nowhere': (profile, _, port) =>
      each(profile, port, /CURRENT$/, (path) => writeFileSync(path, 'MANIFEST-999999\n')),
  },
  sqlite: SQLITE,
  firefox: SQLITE,
};
