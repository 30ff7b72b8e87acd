import type { PickerCommand, PickerWord } from '@extension/messaging/teach-words';
import type { Adapter } from '../adapter';
import { all, isShown } from '../read/query';
import { describe } from './describe';
import { taughtAdapter } from './merge';
import { createOverlay } from './overlay';
import { lineOf, pairOf } from './pair';
import { startPointing } from './pointing';
import { believedOf, createPreview } from './preview';
import type { PickRefusal, Picks, Step } from './steps';

/** The line to the panel that teaches. It ends when the panel is closed, and the picker with it. */
export interface Line {
  readonly post: (word: PickerWord) => void;
  readonly onCommand: (hear: (command: PickerCommand) => void) => void;
  readonly onEnd: (end: () => void) => void;
}

/**
 * The part of teaching that runs in the page, in one frame: shows what is under the pointer, keeps what was pointed
 * at, and describes it. What it keeps never leaves the page but as selectors and as what the engine reads anyway.
 */
export function startPicker(line: Line): () => void {
  const overlay = createOverlay(document);
  const see = createPreview(topUrl);
  let picks: Picks = {};
  let stopPointing: (() => void) | null = null;

  const rest = () => {
    stopPointing?.();
    stopPointing = null;
    overlay.say('');
  };
  const pick = (step: Step, say: string) => {
    rest();
    overlay.found([]);
    overlay.say(say);
    const meant = (under: Element) => (step === 'box' ? boxAt(under) : under);
    stopPointing = startPointing(document, overlay, {
      meant,
      onPick(under) {
        const element = meant(under);
        const why = refusal(step, element, picks);
        if (why !== null || !element) {
          line.post({ told: 'refused', step, why: why ?? 'no-box' });
          return;
        }
        picks = { ...picks, [step]: element };
        rest();
        line.post({ told: 'picked', step, words: step === 'box' ? '' : lineOf(element).slice(0, 60) });
      },
      onLeave() {
        rest();
        line.post({ told: 'left' });
      },
    });
  };
  const preview = (base: Adapter | null, day: string) => {
    const inFrame = window.top !== window;
    const adapter = taughtAdapter(
      base,
      describe(picks),
      believedOf(base, picks),
      location.href,
      inFrame,
      day,
    );
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
    picks = {};
  };
  line.onEnd(stop);
  line.onCommand((command) => {
    if (command.do === 'pick') pick(command.step, command.say);
    else if (command.do === 'rest') rest();
    else if (command.do === 'forget') {
      const { [command.step]: _, ...left } = picks;
      picks = left;
    } else preview(command.base, command.day);
  });
  return stop;
}

/** Why a place can't be what was asked for; null when it can. */
function refusal(step: Step, element: Element | null, picks: Picks): PickRefusal | null {
  if (!element) return 'no-box';
  if (step === 'box') return null;
  // Selectors do not reach into shadow trees; what stands there is found by its place.
  if (element.getRootNode() !== document) return 'sealed';
  if (lineOf(element) === '') return 'no-words';
  const other = step === 'rowB' ? picks.rowA : step === 'mine' ? picks.theirs : undefined;
  if (!other) return null;
  if (other === element || other.contains(element) || element.contains(other)) return 'same-row';
  return pairOf(other, element) ? null : 'not-alike';
}

/** The box for writing that is meant: the one pointed into, or the only one inside what was pointed at. */
function boxAt(under: Element): HTMLElement | null {
  const EDITABLE =
    'textarea, input, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
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
