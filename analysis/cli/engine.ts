import { setFlagsFromString } from 'node:v8';

/**
 * Has the engine compile less. It makes functions fast on threads of its own; a run keeps two processors busy without
 * them and is over in a second or two, and most functions are made fast so late that they never earn it back: for a
 * real shop's half a million lines that was two fifths of all work done. Only the time a run takes depends on it.
 */
export function compileLess(): void {
  // A function is compiled once it has run three times as long as usual,
  setFlagsFromString('--interrupt-budget=200000');
  // with less of the functions it calls put into it.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
