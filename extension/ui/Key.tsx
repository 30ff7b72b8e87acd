import { boundKeys, keyFor } from './key-map';

/** The key of a button, for the eye only: the button's name stays the word. */
export function Key({ letter }: { readonly letter: string }) {
  return (
    <span class="key" aria-hidden="true">
      {keyFor(boundKeys.value, letter)}
    </span>
  );
}
