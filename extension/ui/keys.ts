/** What the key rules need of an event; kept small so that they can be tested without a browser. */
interface KeyLike {
  readonly key: string;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether an input method is at work. Enter then picks a Chinese word, it does not save; 229 is what Chromium
 * reports for the key that ends a composition, after `isComposing` is already false again.
 *
 * @example composing({ key: 'Enter', isComposing: true, ctrlKey: false, metaKey: false, altKey: false }) // => true
 */
export function composing(event: KeyLike): boolean {
  return event.isComposing === true || event.keyCode === 229 || event.key === 'Process';
}

/** Whether the event comes from a place where the seller is writing. */
export function fromField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** A key pressed alone: no modifier that would make it the browser's. */
export function bare(event: KeyLike): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Ctrl-K, or Command-K on a Mac: everything that can be done, by its name. */
export function isPalette(event: KeyLike & { readonly shiftKey: boolean }): boolean {
  return (
    (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
  );
}

/** Ctrl-Z, or Command-Z on a Mac. */
export function isUndo(event: KeyLike & { readonly shiftKey: boolean }): boolean {
  return (
    (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z'
  );
}
