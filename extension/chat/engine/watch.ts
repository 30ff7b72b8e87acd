import type { Adapter } from '../adapter';

const DEBOUNCE = 150;
const MOST_WAIT = 600;
const TICK = 1000;
/** Between two buyers the next look is due after this, even if nothing moves. */
const SOON = 400;
const POLL = 2500;
/** A pass may take this share of the time at most: a huge or frantic page gets fewer looks, not a slower page. */
const SHARE = 5;

interface Watching {
  /** Looks at the page: whether it should be looked at again soon, and the shadow trees its parts stand in. */
  readonly pass: () => { readonly soon: boolean; readonly trees: readonly Node[] };
  readonly alive: () => boolean;
  readonly onAddress: (url: string) => void;
}

type Timer = ReturnType<typeof setTimeout>;

/** Decides when to look: when something moved and came to rest, when the address changed, and now and then. */
export function watchPage(adapter: Adapter, watching: Watching): { readonly stop: () => void } {
  let root: Element | null = null;
  let timer: Timer | undefined;
  let firstMove = 0;
  let lastMove = 0;
  let lastPass = 0;
  let cost = 0;
  let soon = false;
  let href = location.href;

  const run = (): void => {
    timer = undefined;
    firstMove = 0;
    const start = performance.now();
    const seen = watching.pass();
    soon = seen.soon;
    // Nothing new for a tree that is watched already.
    for (const tree of seen.trees) observer.observe(tree, moves);
    lastPass = Date.now();
    cost = performance.now() - start;
    if (soon) moved();
  };

  const settle = () => {
    const now = Date.now();
    const rest = Math.min(lastMove + DEBOUNCE, firstMove + MOST_WAIT) - now;
    const breath = lastPass + cost * SHARE - now;
    const left = Math.max(rest, breath);
    if (left > 5) timer = setTimeout(settle, left);
    else run();
  };

  const moved = (): void => {
    lastMove = Date.now();
    if (timer !== undefined) return;
    firstMove = lastMove;
    timer = setTimeout(settle, soon ? SOON : DEBOUNCE);
  };

  const observer = new MutationObserver(moved);
  const moves = {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: attributesOf(adapter),
  };
  const observe = () => {
    root = document.documentElement;
    observer.disconnect();
    observer.observe(root, moves);
  };

  const onAddress = () => {
    if (location.href === href) return;
    href = location.href;
    watching.onAddress(href);
    setTimeout(run, 0);
  };

  const tick = setInterval(() => {
    if (!watching.alive()) return stop();
    onAddress();
    if (!root?.isConnected) observe();
    if (timer === undefined && Date.now() - lastPass >= POLL) run();
  }, TICK);

  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  const quiet = { capture: true, passive: true } as const;
  navigation?.addEventListener('currententrychange', onAddress);
  addEventListener('hashchange', onAddress);
  addEventListener('popstate', onAddress);
  addEventListener('pageshow', moved);
  document.addEventListener('selectionchange', moved);
  document.addEventListener('input', moved, quiet);

  function stop(): void {
    clearInterval(tick);
    clearTimeout(timer);
    observer.disconnect();
    navigation?.removeEventListener('currententrychange', onAddress);
    removeEventListener('hashchange', onAddress);
    removeEventListener('popstate', onAddress);
    removeEventListener('pageshow', moved);
    document.removeEventListener('selectionchange', moved);
    document.removeEventListener('input', moved, quiet);
  }

  observe();
  run();
  return { stop };
}

/** Only attributes that mean something to this adapter wake us: pages animate the others all day. */
function attributesOf(adapter: Adapter): string[] {
  const names = new Set(['class', 'hidden', 'aria-selected', 'aria-current', 'contenteditable', 'disabled']);
  // Pages that keep other conversations in the document hide them by style.
  if (adapter.visibleOnly) names.add('style');
  JSON.stringify(adapter, (field, value: unknown) => {
    if (field === 'attr' && typeof value === 'string') names.add(value);
    return value;
  });
  return [...names];
}
