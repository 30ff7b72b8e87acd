import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Manifest = Record<string, unknown>;

/** A copy of a build with its manifest edited, as `npm run build:acceptance` makes one; never shipped. */
export async function copyOfBuild(build: string, edit: (manifest: Manifest) => Manifest): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-build-'));
  await cp(resolve(build), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  await writeFile(path, JSON.stringify(edit(manifest)));
  return folder;
}
