import type { Lang } from '@shared/i18n/lang';
import { langOfPage } from './words';

/** Where the lock of the screen is kept: read before anything is drawn, so not in a database. */
export const LOCK_KEY = 'zhanggui-lock';

/** What every page does before it draws: the language is fixed and told to the document. */
export function startPage(): { readonly lang: Lang; readonly app: HTMLElement } {
  const lang = speak('');
  const app = document.getElementById('app');
  if (!app) throw new Error('The page has no #app to draw in.');
  if (localStorage.getItem(LOCK_KEY) !== null) {
    // Nothing is seen of it until it is known whether it may be.
    app.hidden = true;
    void import('./lock').then((lock) => lock.guardScreen(app));
  }
  return { lang, app };
}

/** Fixes the page's language, now that the owner's choice is known ('' is none). */
export function speak(chosen: string): Lang {
  const lang = langOfPage(location.search, navigator.language, chosen);
  document.documentElement.lang = lang;
  return lang;
}

/** Told to the outside once the first view stands: tests and screen readers wait for it. */
export function pageReady(): void {
  document.documentElement.dataset.ready = 'true';
}
