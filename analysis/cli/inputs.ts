import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileRefusal } from '../dataset';
import type { InputFile } from '../imports/files/bytes';
import type { InputHash } from '../review';
import type { Io } from './io';

/**
 * Opens every file before any is read, so that a mistyped name is told at once. Files are called by their names
 * alone, because the letter is passed on and the owner's folders are nobody's business; two of one name keep
 * their paths. `hashes` tells the content of each, once it has been read to its end.
 */
export async function openInputs(
  paths: readonly string[],
  io: Pick<Io, 'read'>,
): Promise<{
  readonly files: readonly InputFile[];
  readonly refusals: readonly FileRefusal[];
  readonly hashes: () => readonly InputHash[];
}> {
  const names = paths.map((path) => basename(path));
  const files: InputFile[] = [];
  const refusals: FileRefusal[] = [];
  const hashes = new Map<string, string>();
  for (const [index, path] of paths.entries()) {
    const name = names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? names[index]! : path;
    try {
      const bytes = await io.read(path);
      files.push({ name, bytes: hashing(bytes, (hash) => hashes.set(name, hash)) });
    } catch (problem) {
      refusals.push({
        file: path,
        reason: reasonOf(problem),
        params: { file: path, detail: detailOf(problem) },
      });
    }
  }
  return { files, refusals, hashes: () => [...hashes].map(([name, hash]) => ({ name, hash })) };
}

/** The same pieces; their SHA-256 is told when the last has gone by, so that nothing is read twice. */
async function* hashing(
  bytes: AsyncIterable<Uint8Array>,
  tell: (hash: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
  tell(hash.digest('hex'));
}

function reasonOf(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  if (code === 'ENOENT') return 'cli.noSuchFile';
  return code === 'EISDIR' ? 'cli.isFolder' : 'cli.cannotRead';
}

function detailOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
