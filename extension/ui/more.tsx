import type { Lang } from '@shared/i18n/lang';
import { loadMore, type MoreKey } from '@shared/i18n/more';
import type { Params, Translate, WordKey } from '@shared/i18n/shop';
import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words';

/** Any key of the extension: those at hand from the start, and those that come later. */
export type AnyKey = WordKey | MoreKey;
export type AnyTranslate = (key: AnyKey, params?: Params) => string;

/** The writer for a part that was loaded later, by `lazily`: it knows both halves of the language. */
export function useMore(): { readonly lang: Lang; readonly t: AnyTranslate } {
  const { lang, t } = useWords();
  return { lang, t: everyWord(t) };
}

/** The same writer, asked for a key that may be of the second half; who asks has seen to it that it is there. */
export function everyWord(t: Translate): AnyTranslate {
  return t as AnyTranslate;
}

/** A component that comes later, and a way to have it come while nobody waits. */
export type Later<Props> = ComponentType<Props> & { readonly ahead: (lang: Lang) => Promise<void> };

/**
 * A component that is fetched, with the words it needs, when it is first shown: the panel's start stays small.
 * Until it is there its place is empty; a second showing is at once.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const ready = new Map<Lang, ComponentType<Props>>();
  async function ahead(lang: Lang): Promise<void> {
    if (ready.has(lang)) return;
    const [component] = await Promise.all([load(), loadMore(lang)]);
    ready.set(lang, component);
  }
  function Lazily(props: Props) {
    const { lang } = useWords();
    const [, redraw] = useState(0);
    const Part = ready.get(lang);
    useEffect(() => {
      if (Part) return;
      let here = true;
      void ahead(lang).then(() => {
        if (here) redraw((count) => count + 1);
      });
      return () => {
        here = false;
      };
    }, [lang, Part]);
    return Part ? createElement(Part, props) : null;
  }
  return Object.assign(Lazily, { ahead });
}
