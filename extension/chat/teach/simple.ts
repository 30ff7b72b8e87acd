import { isOwnWord, isState, MARKS, type Said, stemOf } from './vocabulary';

/** Attributes that say how something is, or whose name was drawn from a hat. */
const NO_PLACE = /^data-(?:v-|react|index|state|active|selected|unread|time|placeholder|original|ready)/;

/** The ways to name one element by itself, without its surroundings. No value is ever something somebody wrote. */
export interface Simple {
  /** Names meant to last: ids, test ids, roles; an attribute that is there at all. */
  readonly stable: readonly string[];
  readonly classes: readonly string[];
  readonly tag: string;
}

/** @param repeats the element is one of many alike: platforms write buyers into the ids of those */
export function simpleOf(element: Element, said: Said, repeats = false): Simple {
  const tag = tagOf(element);
  const marks = MARKS.flatMap((name) => {
    const value = element.getAttribute(name);
    return value !== null && isOwnWord(value, said) && !isState(value) ? [`[${name}="${value}"]`] : [];
  });
  const { id } = element;
  const own = !repeats && isOwnWord(id, said) ? [`#${CSS.escape(id)}`] : [];
  const bare = element
    .getAttributeNames()
    .filter((name) => /^data-[a-z][a-z-]{1,30}$/.test(name) && !NO_PLACE.test(name) && !MARKS.includes(name))
    .filter((name) => isOwnWord(name.slice('data-'.length), said))
    .map((name) => `${tag}[${name}]`);
  return { stable: [...own, ...marks, ...bare], classes: classesOf(element, said), tag };
}

/** Classes by their readable words, longest first: a long one means one thing. */
export function classesOf(element: Element, said: Said): readonly string[] {
  const tokens = [...element.classList].filter((token) => !isState(token));
  const whole = tokens
    .filter((token) => isOwnWord(token, said))
    .toSorted((a, b) => b.length - a.length)
    .map((token) => `.${CSS.escape(token)}`);
  const stems = tokens.flatMap((token) => {
    const stem = stemOf(token);
    return stem !== null && isOwnWord(stem.replace(/[-_]+$/, ''), said) ? [`[class*="${stem}"]`] : [];
  });
  return [...whole, ...stems];
}

/** The tag, and which of its kind among its siblings where there are several. */
export function nthOf(element: Element): string {
  const tag = tagOf(element);
  const alike = [...(element.parentNode?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}

export function tagOf(element: Element): string {
  return CSS.escape(element.localName);
}
