import { parentPort } from 'node:worker_threads';
import { serveFits } from './fit-thread';

// The program is its own second thread: both fit by the same code, and the thread loads nothing else.
if (parentPort === null) await (await import('./begin')).begin(new URL(import.meta.url));
else serveFits(parentPort);
