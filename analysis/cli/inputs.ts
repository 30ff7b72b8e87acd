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
  io: Pick<Io, 'read' | 'hash' | 'signal'>,
): Promise<{
  readonly files: readonly InputFile[];
  readonly refusals: readonly FileRefusal[];
  readonly hashes: () => Promise<readonly InputHash[]>;
}> {
  const names = paths.map((path) => basename(path));
  const files: InputFile[] = [];
  const refusals: FileRefusal[] = [];
  const hashes = new Map<string, () => Promise<string>>();
  for (const [index, path] of paths.entries()) {
    const name = names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? names[index]! : path;
    try {
      const bytes = await io.read(path);
      files.push({ name, bytes: hashing(bytes, io, (hash) => hashes.set(name, hash)) });
    } catch (problem) {
      refusals.push({
        file: path,
        reason: reasonOf(problem),
        params: { file: path, detail: detailOf(problem) },
      });
    }
  }
  const told = () => Promise.all([...hashes].map(async ([name, hash]) => ({ name, hash: await hash() })));
  return { files, refusals, hashes: told };
}

/**
 * The same pieces; their SHA-256 is to be had when the last has gone by, so that nothing is read twice. Pieces that
 * another thread can see are left for it.
 */
async function* hashing(
  bytes: AsyncIterable<Uint8Array>,
  io: Pick<Io, 'hash' | 'signal'>,
  tell: (hash: () => Promise<string>) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const shared: Uint8Array[] = [];
  for await (const piece of bytes) {
    if (piece.buffer instanceof SharedArrayBuffer) shared.push(piece);
    else hash.update(piece);
    yield piece;
  }
  if (shared.length > 0 && io.hash !== undefined) tell(io.hash(shared, io.signal));
  else {
    for (const piece of shared) hash.update(piece);
    const told = hash.digest('hex');
    tell(async () => told);
  }
}

function reasonOf(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  if (code === 'ENOENT') return 'cli.noSuchFile';
  return code === 'EISDIR' ? 'cli.isFolder' : 'cli.cannotRead';
}

function detailOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
