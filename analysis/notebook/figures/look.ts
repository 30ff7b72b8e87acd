import { signal } from '@preact/signals';

/** What figures are drawn for; they redraw when it changes. `turn` counts changes of light and dark. */
export const figureLook = signal<{ readonly paper: boolean; readonly turn: number }>({
  paper: false,
  turn: 0,
});

/** Shows light tokens whatever the screen is set to: for printing and for saving. */
export function setPaper(paper: boolean): void {
  if (figureLook.value.paper === paper) return;
  document.documentElement.toggleAttribute('data-paper', paper);
  figureLook.value = { paper, turn: figureLook.value.turn + 1 };
}

/** Follows the printer and the system's light and dark; call once per page. */
export function watchLook(page: Window): void {
  page.addEventListener('beforeprint', () => setPaper(true));
  page.addEventListener('afterprint', () => setPaper(false));
  page.matchMedia?.('(prefers-color-scheme: dark)').addEventListener?.('change', () => {
    figureLook.value = { ...figureLook.value, turn: figureLook.value.turn + 1 };
  });
}
