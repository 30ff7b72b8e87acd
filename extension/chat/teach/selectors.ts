import { all, INTO, isShown } from '../read/query';
import { nthOf, type Simple, simpleOf, tagOf } from './simple';
import type { Said } from './vocabulary';

const MOST = 3;
/** As the schema of adapters allows. */
export const LONGEST = 300;
const MOST_UP = 12;

/** Whether a selector means a place, and no other that can be seen. */
export type Means = (css: string) => boolean;

/**
 * Up to three ways to find one element again, each of which points at it and at nothing else that is shown: by names
 * meant to last, by its place among the others, by its classes.
 */
export function selectorsFor(target: Element, said: Said): readonly string[] {
  return throughHosts(target, selectorsInTree(target, said), said);
}

/** The same inside the tree the element stands in: the page's own, or an open shadow tree. */
export function selectorsInTree(target: Element, said: Said): readonly string[] {
  const root = target.getRootNode() as Document | ShadowRoot;
  const means: Means = (css) => {
    const found = all(root, css).filter(isShown);
    return found.length === 1 && found[0] === target;
  };
  return chosen([
    firstOf(byStable(target, said), means),
    firstOf(byPlace(target), means),
    firstOf(byClass(target, said), means),
    firstOf(byWholePath(target), means),
    firstOf(byDescent(target), means),
  ]);
}

/** Selectors of a shadow tree with the way into it in front, as far as the page lets anybody in. */
export function throughHosts(inside: Element, ways: readonly string[], said: Said): readonly string[] {
  const root = inside.getRootNode();
  if (!(root instanceof ShadowRoot)) return ways;
  const hosts = selectorsFor(root.host, said);
  return ways
    .map((css, at) => `${hosts[at] ?? hosts[0] ?? ''}${INTO}${css}`)
    .filter((css) => !css.startsWith(INTO) && css.length <= LONGEST);
}

/** The first selectors that differ, as many as an adapter keeps. */
export function chosen(found: readonly (string | null)[]): readonly string[] {
  return [...new Set(found)]
    .filter((css) => css !== null && css.length <= LONGEST)
    .slice(0, MOST) as string[];
}

export function firstOf(ways: Iterable<string>, means: Means): string | null {
  for (const css of ways) if (css.length <= LONGEST && means(css)) return css;
  return null;
}

/** By a lasting name of its own, or of something around it. */
function* byStable(target: Element, said: Said): Generator<string> {
  const own = simpleOf(target, said);
  yield* own.stable;
  const path: string[] = [nthOf(target)];
  for (const around of aroundOf(target)) {
    const { stable } = simpleOf(around, said);
    for (const name of stable) {
      yield* own.stable.map((mine) => `${name} ${mine}`);
      yield* own.classes.map((mine) => `${name} ${mine}`);
      yield `${name} ${own.tag}`;
      yield `${name} > ${path.join(' > ')}`;
    }
    path.unshift(nthOf(around));
  }
}

/** By tags and places among siblings, as short as is enough. */
function* byPlace(target: Element): Generator<string> {
  const path: string[] = [nthOf(target)];
  for (const around of aroundOf(target, Number.POSITIVE_INFINITY)) {
    // The tag alone is no place.
    if (path.length > 1) yield path.join(' > ');
    path.unshift(nthOf(around));
  }
  yield path.join(' > ');
  yield atTop(target, path);
}

/** From the edge of a shadow tree down: inside one there is no body to begin at. */
function atTop(target: Element, path: readonly string[]): string {
  const inTree = target.getRootNode() instanceof ShadowRoot;
  return [...(inTree ? [':host'] : []), ...path].join(' > ');
}

function* byClass(target: Element, said: Said): Generator<string> {
  const own = simpleOf(target, said);
  yield* withTag(own);
  const upper = aroundOf(target).map((around) => simpleOf(around, said));
  for (const { classes } of upper) {
    for (const name of classes) {
      yield* own.classes.map((mine) => `${name} ${mine}`);
      yield `${name} > ${own.tag}`;
      yield `${name} ${own.tag}`;
      yield `${name} ${nthOf(target)}`;
    }
  }
}

function* withTag({ classes, tag }: Simple): Generator<string> {
  yield* classes;
  yield* classes.map((mine) => `${tag}${mine}`);
}

function* byWholePath(target: Element): Generator<string> {
  const path = [...aroundOf(target, Number.POSITIVE_INFINITY).map(nthOf)].reverse().concat(nthOf(target));
  yield atTop(target, path);
}

/** By tags alone, each somewhere inside the one before: holds when wrappers come and go. */
function* byDescent(target: Element): Generator<string> {
  const tags: string[] = [tagOf(target)];
  for (const around of aroundOf(target)) {
    tags.unshift(tagOf(around));
    yield tags.join(' ');
  }
}

/** The elements around, nearest first, up to the body or the edge of the shadow tree. */
export function aroundOf(target: Element, most = MOST_UP): readonly Element[] {
  const line: Element[] = [];
  for (let at = target.parentElement; at && line.length < most; at = at.parentElement) {
    if (at.localName === 'html') break;
    line.push(at);
  }
  return line;
}
