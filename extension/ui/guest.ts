import { signal } from '@preact/signals';
import type { Params } from '@shared/i18n/shop';
import { maskName } from '@shared/text/mask';

const KEY = 'guest-is-looking';

/** Whether somebody looks over the seller's shoulder: on this computer, in every page at once. */
export const guestLooks = signal(read());

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) guestLooks.value = read();
  });
}

/** Masks names on the screen, or shows them again. */
export function letGuestLook(looks: boolean): void {
  localStorage.setItem(KEY, looks ? 'yes' : '');
  guestLooks.value = looks;
}

/** A name as it may stand on the screen now. What is written to a buyer is never masked. */
export function onScreen(name: string): string {
  return guestLooks.value ? maskName(name) : name;
}

/** The values of a sentence on the screen: who it is about is masked like everywhere else. */
export function shownParams(params: Params | undefined): Params | undefined {
  return params && guestLooks.value && typeof params.name === 'string'
    ? { ...params, name: onScreen(params.name) }
    : params;
}
