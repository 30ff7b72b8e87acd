import type { PickerCommand, PickerWord } from '@extension/messaging/teach-words';
import { all, isShown } from '../read/query';
import { createLesson } from './lesson';
import { createOverlay } from './overlay';
import { lineOf } from './pair';
import { startPointing } from './pointing';
import { createPreview } from './preview';
import type { Step } from './steps';

/** The line to the panel that teaches. It ends when the panel is closed, and the picker with it. */
export interface Line {
  readonly post: (word: PickerWord) => void;
  readonly onCommand: (hear: (command: PickerCommand) => void) => void;
  readonly onEnd: (end: () => void) => void;
}

/**
 * The part of teaching that runs in the page, in one frame: shows what is under the pointer and describes what was
 * pointed at, at once, because pages draw themselves anew all the time. Of what it sees nothing leaves the page but
 * selectors and what the engine reads anyway.
 */
export function startPicker(line: Line): () => void {
  const overlay = createOverlay(document);
  const see = createPreview(topUrl);
  const lesson = createLesson();
  let stopPointing: (() => void) | null = null;

  const rest = () => {
    stopPointing?.();
    stopPointing = null;
    overlay.say('');
  };
  const pick = (step: Step, say: string) => {
    rest();
    overlay.found([]);
    // A page has small frames of its own (a counter, a picture): the question stands where there is room for it.
    if (innerWidth >= 300 && innerHeight >= 200) overlay.say(say);
    const meant = (under: Element) => (step === 'box' ? boxAt(under) : under);
    stopPointing = startPointing(document, overlay, {
      meant,
      onPick(under) {
        const element = meant(under);
        const why = element ? lesson.take(step, element) : 'no-box';
        if (why !== null || !element) {
          line.post({ told: 'refused', step, why: why ?? 'no-box' });
          return;
        }
        rest();
        line.post({ told: 'picked', step, words: step === 'box' ? '' : lineOf(element).slice(0, 60) });
      },
      onLeave() {
        rest();
        line.post({ told: 'left' });
      },
    });
  };
  const preview = (day: string) => {
    const adapter = lesson.adapter(location.href, window.top !== window, day);
    if (!adapter) return;
    const { state, box } = see(adapter);
    overlay.found([
      ...placesOf(adapter.list?.item),
      ...placesOf(adapter.messages?.item),
      ...(box ? [box] : []),
    ]);
    line.post({ told: 'preview', adapter, state, box: box !== null });
  };
  const stop = () => {
    rest();
    overlay.remove();
  };
  line.onEnd(stop);
  line.onCommand((command) => {
    if (command.do === 'pick') pick(command.step, command.say);
    else if (command.do === 'rest') rest();
    else if (command.do === 'forget') lesson.forget(command.step);
    else if (command.do === 'base') lesson.base = command.base;
    else preview(command.day);
  });
  return stop;
}

/** The box for writing that is meant: the one pointed into, or the only one inside what was pointed at. */
function boxAt(under: Element): HTMLElement | null {
  const EDITABLE =
    'textarea, input:not([type]), input[type="text"], [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
  let found = under.closest<HTMLElement>(EDITABLE);
  for (let outer = found; outer; outer = outer.parentElement?.closest<HTMLElement>(EDITABLE) ?? null)
    found = outer;
  if (found) return found;
  const inner = [...under.querySelectorAll<HTMLElement>(EDITABLE)].filter(isShown);
  return inner.length === 1 ? (inner[0] ?? null) : null;
}

function placesOf(item: readonly string[] | undefined): readonly Element[] {
  for (const css of item ?? []) {
    const found = all(document, css).filter(isShown);
    if (found.length > 0) return found;
  }
  return [];
}

function topUrl(): string {
  try {
    return window.top?.location.href ?? location.href;
  } catch {
    // The page around is of another origin.
    return location.href;
  }
}
