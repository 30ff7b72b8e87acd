import { parentPort } from 'node:worker_threads';
import { compileLess } from './engine';
import { serveFits } from './fit-thread';
import { readAhead } from './read-ahead';

// The program is its own second thread: both fit by the same code, and the thread loads nothing else.
if (parentPort === null) {
  compileLess();
  const ahead = readAhead(process.argv.slice(2));
  await (await import('./begin')).begin(new URL(import.meta.url), ahead);
} else serveFits(parentPort);
