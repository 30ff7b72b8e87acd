import type { Lang } from '@shared/i18n';
import { render } from 'preact';
import type { DecisionBook } from './decisions';
import { watchLook } from './figures/look';
import { App } from './page/App';
import type { DataSource } from './source';
import { makeNotebook, type Notebook } from './state';

export interface MountOptions {
  readonly source: DataSource;
  readonly lang: Lang;
  /** Where decisions are kept; without it there are lines for a pen. */
  readonly decisions?: DecisionBook;
}

/** Draws the notebook into `root` and begins to load; resolves when the first loading is over. */
export async function mountNotebook(
  root: HTMLElement,
  { source, lang, decisions }: MountOptions,
): Promise<Notebook> {
  document.documentElement.lang = lang;
  watchLook(window);
  const notebook = makeNotebook(source, lang);
  render(<App notebook={notebook} decisions={decisions ?? null} />, root);
  await notebook.compute();
  return notebook;
}
