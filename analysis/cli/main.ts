import { parentPort } from 'node:worker_threads';
import { loadWords } from '@shared/i18n/load';
import { compileLess } from './engine';
import { serveFits } from './fit-thread';
import { languageOf } from './language';
import { readAhead } from './read-ahead';

// The program is its own second thread: both fit by the same code, and the thread loads nothing else.
if (parentPort === null) void main();
else serveFits(parentPort);

async function main() {
  compileLess();
  const typed = process.argv.slice(2);
  const ahead = readAhead(typed);
  const [{ begin }] = await Promise.all([import('./begin'), loadWords(languageOf(typed, process.env))]);
  await begin(new URL(import.meta.url), ahead);
}
