import type { FillFailure, FillRequest, FillResult } from '@extension/messaging/protocol';
import { boxText, isField } from './box';
import {
  caretIn,
  deleteSelected,
  typeBeforeInput,
  typeLines,
  typePaste,
  typeSetter,
  typeWhole,
} from './methods';

/** What stands around an insertion, passed in so that it can be tried anywhere. */
export interface Bench {
  readonly firefox: boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** Whether the same buyer is still open with the same last message. */
  readonly stillSame: () => boolean;
  /** Whether an input method is in the middle of a word. */
  readonly composing: () => boolean;
}

/** Rich editors read the selection with a delay; Slate needs about this long. */
const EDITOR_SETTLES = 250;
const EDITOR_WRITES = 350;
const EDITOR_DRAWS = 100;

/**
 * Puts a text into the reply box and reads it back. One way of writing per attempt: as soon as anything in the
 * box has changed, no second way is tried, because that is how a text gets doubled. Sends nothing, presses
 * nothing, makes no key events.
 */
export async function insertText(
  box: HTMLElement,
  request: Pick<FillRequest, 'text' | 'draft'>,
  bench: Bench,
): Promise<FillResult> {
  const before = boxText(box);
  const hasDraft = squash(before) !== '';
  if (bench.composing() || (hasDraft && request.draft === 'refuse')) return failed('has-draft');
  if (!bench.stillSame()) return failed('changed');
  const replace = hasDraft && request.draft === 'replace';
  const gap = hasDraft && !replace && !/\s$/.test(before) ? ' ' : '';
  const text = gap + request.text;
  const wanted = squash(replace ? request.text : before + text);
  const done = () => squash(boxText(box)) === wanted;
  const untouched = () => boxText(box) === before;
  if (isField(box)) {
    caretIn(box, replace);
    typeWhole(text);
    if (untouched()) typeSetter(box, replace ? text : before + text);
    return done() ? { ok: true } : failed('not-verified');
  }
  // In Firefox Draft.js draws something else than it holds once words stood in it: copying is the only way left.
  if (bench.firefox && hasDraft && box.closest('.public-DraftEditor-content')) return failed('not-verified');
  return intoEditor(box, text, replace, { ...bench, done, untouched });
}

interface EditorBench extends Bench {
  readonly done: () => boolean;
  readonly untouched: () => boolean;
}

async function intoEditor(
  box: HTMLElement,
  text: string,
  replace: boolean,
  bench: EditorBench,
): Promise<FillResult> {
  caretIn(box, replace);
  await bench.wait(EDITOR_SETTLES);
  if (!box.isConnected || !bench.stillSame() || !bench.untouched()) return failed('changed');
  // In Firefox a synthetic paste arrives without its text, and some editors swallow it.
  const taken = bench.firefox ? false : typePaste(box, text);
  if (!taken && bench.untouched()) {
    if (replace && bench.firefox && !(await emptied(box, bench))) return failed('not-verified');
    typeLines(box, text);
  }
  await bench.wait(EDITOR_WRITES);
  if (bench.done()) return { ok: true };
  if (!bench.untouched()) return failed('not-verified');
  if (!bench.stillSame()) return failed('changed');
  typeBeforeInput(box, text);
  await bench.wait(EDITOR_WRITES);
  return bench.done() ? { ok: true } : failed('not-verified');
}

/** In Firefox words typed over a selection of several blocks take the blocks with them; so those go first. */
async function emptied(box: HTMLElement, bench: EditorBench): Promise<boolean> {
  deleteSelected();
  await bench.wait(EDITOR_DRAWS);
  return box.isConnected && bench.stillSame() && squash(boxText(box)) === '';
}

/** Editors differ in how they keep blank lines and spaces; the words decide. */
function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b\ufeff]+/g, '');
}

function failed(reason: FillFailure): FillResult {
  return { ok: false, reason };
}
