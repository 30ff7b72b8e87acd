/** The key of a button, for the eye only: the button's name stays the word. */
export function Key({ letter }: { readonly letter: string }) {
  return (
    <span class="key" aria-hidden="true">
      {letter}
    </span>
  );
}
