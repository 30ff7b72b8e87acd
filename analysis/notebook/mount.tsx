import type { Lang } from '@shared/i18n';
import { render } from 'preact';
import { watchLook } from './figures/look';
import { makeDesk } from './freeze/desk';
import type { LetterHome } from './home';
import { App } from './page/App';
import type { DataSource } from './source';
import { makeNotebook, type Notebook } from './state';

export interface MountOptions {
  readonly source: DataSource;
  readonly lang: Lang;
  /** Where what is written is kept; without one there are lines for a pen. */
  readonly home?: LetterHome;
}

/** Draws the notebook into `root` and begins to load; resolves when the first loading is over. */
export async function mountNotebook(
  root: HTMLElement,
  { source, lang, home }: MountOptions,
): Promise<Notebook> {
  document.documentElement.lang = lang;
  watchLook(window);
  const notebook = makeNotebook(source, lang);
  render(<App notebook={notebook} desk={home ? makeDesk(home) : null} />, root);
  await notebook.compute();
  return notebook;
}
