import type { Lang } from '@shared/i18n';
import { render } from 'preact';
import { watchLook } from './figures/look';
import { App } from './page/App';
import type { DataSource } from './source';
import { makeNotebook, type Notebook } from './state';

export interface MountOptions {
  readonly source: DataSource;
  readonly lang: Lang;
}

/** Draws the notebook into `root` and begins to load; resolves when the first loading is over. */
export async function mountNotebook(root: HTMLElement, { source, lang }: MountOptions): Promise<Notebook> {
  document.documentElement.lang = lang;
  watchLook(window);
  const notebook = makeNotebook(source, lang);
  render(<App notebook={notebook} />, root);
  await notebook.compute();
  return notebook;
}
