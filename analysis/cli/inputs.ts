import { basename } from 'node:path';
import type { FileRefusal } from '../dataset';
import type { InputFile } from '../imports/files/bytes';
import type { Io } from './io';

/**
 * Opens every file before any is read, so that a mistyped name is told at once. Files are called by their names
 * alone, because the letter is passed on and the owner's folders are nobody's business; two of one name keep
 * their paths.
 */
export async function openInputs(
  paths: readonly string[],
  io: Pick<Io, 'read'>,
): Promise<{ readonly files: readonly InputFile[]; readonly refusals: readonly FileRefusal[] }> {
  const names = paths.map((path) => basename(path));
  const files: InputFile[] = [];
  const refusals: FileRefusal[] = [];
  for (const [index, path] of paths.entries()) {
    const name = names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? names[index]! : path;
    try {
      files.push({ name, bytes: await io.read(path) });
    } catch (problem) {
      refusals.push({
        file: path,
        reason: reasonOf(problem),
        params: { file: path, detail: detailOf(problem) },
      });
    }
  }
  return { files, refusals };
}

function reasonOf(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : '';
  if (code === 'ENOENT') return 'cli.noSuchFile';
  return code === 'EISDIR' ? 'cli.isFolder' : 'cli.cannotRead';
}

function detailOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
