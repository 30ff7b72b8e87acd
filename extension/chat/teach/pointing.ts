import type { Overlay } from './overlay';

/** What a press is made of, and what follows it: none of it reaches the page while something is being picked. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
] as const;
/** So long after it was let go, a press without a click is over as well. */
const PRESS = 400;

interface Pointing {
  /** What would be picked under the pointer; null for nothing of use. */
  readonly meant: (under: Element) => Element | null;
  readonly onPick: (under: Element) => void;
  readonly onLeave: () => void;
}

/**
 * Lets the seller point at something. Presses are swallowed before any part of the page hears them; Esc leaves.
 *
 * @returns stops it
 */
export function startPointing(document: Document, overlay: Overlay, pointing: Pointing): () => void {
  const view = document.defaultView as Window;
  let pressed: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const lift = () => {
    clearTimeout(timer);
    overlay.shield(false);
  };
  const take = () => {
    const picked = pressed;
    pressed = null;
    if (picked) pointing.onPick(picked);
  };
  const settle = () => {
    lift();
    // A browser may make no click of a press that began on one element and ended on another.
    take();
  };
  const onPress = (event: Event) => {
    // Only a hand presses; a page that makes up events picks nothing and hears its own events as before.
    if (!event.isTrusted) return;
    swallow(event);
    const at = event as MouseEvent;
    if (event.type === 'pointerdown' && at.button === 0) {
      pressed = under(document, at.clientX, at.clientY);
      overlay.shield(true);
    }
    if (event.type === 'pointerup' || event.type === 'click') {
      clearTimeout(timer);
      // The click follows its pointerup at once; only then may the page be reached again.
      timer = setTimeout(settle, event.type === 'click' ? 0 : PRESS);
    }
  };
  const onMove = (event: PointerEvent) => {
    const element = event.isTrusted ? under(document, event.clientX, event.clientY) : null;
    if (element) overlay.frame(pointing.meant(element));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return;
    swallow(event);
    pointing.onLeave();
  };
  for (const type of SWALLOWED) view.addEventListener(type, onPress, { capture: true, passive: false });
  view.addEventListener('pointermove', onMove, { capture: true, passive: true });
  view.addEventListener('keydown', onKey, true);
  return () => {
    lift();
    overlay.frame(null);
    for (const type of SWALLOWED) view.removeEventListener(type, onPress, { capture: true });
    view.removeEventListener('pointermove', onMove, { capture: true });
    view.removeEventListener('keydown', onKey, true);
  };
}

/** The innermost element at a point, into open shadow trees. */
function under(document: Document, x: number, y: number): Element | null {
  let at: Element | null = document.elementFromPoint(x, y);
  while (at?.shadowRoot) {
    const inner: Element | null = at.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
}
