import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFitThread } from './fit-thread';
import { EXIT } from './io';
import { nodeIo } from './node-io';
import type { ReadAhead } from './read-ahead';
import { run } from './run';

/** Wiring only: the real world given to `run`, Ctrl-C turned into a cancel. */
export async function begin(program: URL, ahead: ReadAhead): Promise<void> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  // npm works in the package's own folder; what is named on the command line is meant from where it was typed.
  const { INIT_CWD: typedIn, npm_lifecycle_event: script } = process.env;
  if (script === 'analyze' && typedIn !== undefined && existsSync(typedIn)) process.chdir(typedIn);
  // A reader that stops early (`… | head`) is no fault of ours.
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
  });
  // Built beside this program.
  const letter = join(dirname(fileURLToPath(program)), '..', 'letter', 'index.html');
  const thread = createFitThread(program);
  const code = await run(process.argv.slice(2), nodeIo(letter, cancel.signal, thread, ahead));
  // Who waits for a pipe that nobody writes into would wait on.
  if (code === EXIT.cancelled) process.exit(code);
  process.exitCode = code;
}
