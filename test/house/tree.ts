import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, for the tests that read its own files. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Source files below some folders, as paths from the root with forward slashes. */
export function sources(folders: readonly string[], endings: readonly string[] = ['.ts', '.tsx']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !path.includes('/fixtures/'))
      .sort(),
  );
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What a file imports: ours as paths from the root. Types cost nothing at run time; `runtime` leaves them out. */
export function importsOf(path: string, runtime = false): string[] {
  const whole = read(path);
  const text = runtime ? whole.replace(/(^|\n)\s*(import|export) type\s[^;]*?;/g, '') : whole;
  const names = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => match[1] as string);
  return names.map((name) => {
    if (name.startsWith('.')) return relative(ROOT, resolve(ROOT, dirname(path), name)).replaceAll('\\', '/');
    return name.replace(/^@(shared|analysis|extension)\//, '$1/');
  });
}
