import type { Template } from '@shared/records/template';
import { matchKey } from '@shared/text/normalize';

/** How a Chinese text sounds, for finding it by typing Latin letters. */
export interface Reading {
  /** 'fahuo' */
  readonly full: string;
  /** 'fh' */
  readonly initials: string;
}
export interface Readings {
  readonly title: Reading;
  readonly text: Reading;
}

type Searched = Pick<Template, 'id' | 'title' | 'short' | 'text' | 'used'>;

/** How well a template fits what was typed: smaller is better, `null` is not at all. */
function fitness(template: Searched, query: string, readings: Readings | undefined): number | null {
  const short = matchKey(template.short);
  const title = matchKey(template.title);
  if (short === query) return 0;
  if (title.startsWith(query)) return 1;
  if (short.startsWith(query)) return 2;
  const sounds = readings?.title;
  if (sounds && (sounds.initials.startsWith(query) || sounds.full.startsWith(query))) return 3;
  if (title.includes(query) || sounds?.initials.includes(query) || sounds?.full.includes(query)) return 4;
  if (matchKey(template.text).includes(query)) return 5;
  const said = readings?.text;
  if (query.length > 1 && (said?.initials.includes(query) || said?.full.includes(query))) return 6;
  return inOrder(title, query) || (sounds && inOrder(sounds.full, query)) ? 7 : null;
}

/** Whether the letters come in this order, others in between: a hasty hand leaves some out. */
function inOrder(text: string, query: string): boolean {
  if (query.length < 2) return false;
  let at = 0;
  for (const char of query) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * The templates that fit what was typed, the best first, then the most used. Nothing typed: all of them, the
 * most used first. Title, short letters and text count, and how they sound.
 */
export function rankTemplates<One extends Searched>(
  templates: readonly One[],
  typed: string,
  readings: ReadonlyMap<string, Readings> = new Map(),
): readonly One[] {
  const query = matchKey(typed);
  return templates
    .flatMap((template, index) => {
      const rank = query === '' ? 0 : fitness(template, query, readings.get(template.id));
      return rank === null ? [] : [{ template, rank, index }];
    })
    .sort((a, b) => a.rank - b.rank || b.template.used - a.template.used || a.index - b.index)
    .map(({ template }) => template);
}
