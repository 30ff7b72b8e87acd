import { all, isShown } from '../read/query';
import { textOf } from '../read/text';
import { aroundOf, chosen, firstOf, LONGEST, type Means, selectorsInTree, throughHosts } from './selectors';
import { nthOf, simpleOf, tagOf } from './simple';
import type { Said } from './vocabulary';

/** Two examples of what repeats, and what they are examples of. */
export interface Pair {
  readonly first: Element;
  readonly second: Element;
  /** The nearest place that holds both. */
  readonly holder: Element;
  /** Tags from the holder down to an example, the example's own last. */
  readonly path: readonly string[];
}

const MOST_DEEP = 12;

/**
 * The rows (or messages) two pointed places lie in: the children of the place that holds both, or theirs where the
 * list comes in sections. Null when both lie in one.
 */
export function pairOf(a: Element, b: Element): Pair | null {
  const holder = holderOf(a, b);
  if (!holder || holder === a || holder === b) return null;
  let first = childWith(holder, a);
  let second = childWith(holder, b);
  const path: string[] = [];
  for (let deep = 0; deep < MOST_DEEP; deep += 1) {
    path.push(tagOf(first));
    if (first === a || second === b || !isSection(first) || !isSection(second)) break;
    first = childWith(first, a);
    second = childWith(second, b);
  }
  if (first === second || first.localName !== second.localName) return null;
  return { first, second, holder, path };
}

/** Whether the two are parts of one row, not two rows: the place that holds them has others of its kind beside it. */
export function inOneRow({ first, second, holder, path }: Pair): boolean {
  if (path.length > 1 || leavesIn(first).length > 1 || leavesIn(second).length > 1) return false;
  const count = leavesIn(holder).length;
  return [...(holder.parentElement?.children ?? [])].some(
    (other) =>
      other !== holder &&
      other.localName === holder.localName &&
      Math.abs(leavesIn(other).length - count) <= 1,
  );
}

/** A place whose children are rows themselves: several of one kind, each with more than one piece of text. */
function isSection(element: Element): boolean {
  const counts = new Map<string, number>();
  for (const child of element.children) {
    if (leavesIn(child).length >= 2) counts.set(child.localName, (counts.get(child.localName) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count >= 2);
}

/** The smallest pieces that hold words of their own, in page order. */
export function leavesIn(element: Element): readonly Element[] {
  return [element, ...element.querySelectorAll('*')].filter(
    (it) =>
      !/^(?:script|style|svg|noscript|template|i)$/.test(it.localName) &&
      [...it.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) &&
      isShown(it),
  );
}

/** Up to three ways to find all of them, each of which finds both examples and nothing outside their list. */
export function itemSelectors({ first, second, holder, path }: Pair, said: Said): readonly string[] {
  const root = holder.getRootNode() as Document | ShadowRoot;
  const means: Means = (css) => {
    const found = all(root, css).filter(isShown);
    const nested = found.some((one) => found.some((other) => other !== one && one.contains(other)));
    return (
      found.includes(first) && found.includes(second) && found.every((one) => holder.contains(one)) && !nested
    );
  };
  const [one, two] = [simpleOf(first, said, true), simpleOf(second, said, true)];
  const holders = selectorsInTree(holder, said);
  const steps = path.join(' > ');
  const both = (a: readonly string[], b: readonly string[]) => a.filter((name) => b.includes(name));
  const stable = both(one.stable, two.stable);
  const classes = both(one.classes, two.classes);
  const within = (names: readonly string[]) => names.flatMap((name) => holders.map((at) => `${at} ${name}`));
  const ways = chosen([
    firstOf([...stable, ...within(stable)], means),
    firstOf(
      holders.map((at) => `${at} > ${steps}`),
      means,
    ),
    firstOf([...classes, ...classes.map((name) => `${one.tag}${name}`), ...within(classes)], means),
    firstOf(
      holders.slice(1).map((at) => `${at} > ${steps}`),
      means,
    ),
    firstOf(
      [...holders].reverse().map((at) => `${at} ${one.tag}`),
      means,
    ),
  ]);
  return throughHosts(holder, ways, said);
}

/**
 * Up to three ways to find a part inside a row: each finds the right one first, in both examples. Empty when the
 * part stands elsewhere in the two.
 */
export function partSelectors(
  [rowA, a]: readonly [Element, Element],
  [rowB, b]: readonly [Element, Element],
  said: Said,
): readonly string[] {
  const means: Means = (css) => all(rowA, css)[0] === a && all(rowB, css)[0] === b;
  const [one, two] = [simpleOf(a, said, true), simpleOf(b, said, true)];
  const both = (names: readonly string[], others: readonly string[]) =>
    names.filter((name) => others.includes(name));
  const classes = both(one.classes, two.classes);
  return chosen([
    firstOf(both(one.stable, two.stable), means),
    firstOf(both(placesIn(rowA, a), placesIn(rowB, b)), means),
    firstOf([...classes, ...classes.map((name) => `${one.tag}${name}`)], means),
    firstOf([...both(placesIn(rowA, a), placesIn(rowB, b))].reverse(), means),
    firstOf([one.tag], means),
  ]);
}

function placesIn(row: Element, part: Element): readonly string[] {
  const path: string[] = [nthOf(part)];
  const ways = [path.join(' > ')];
  for (const around of aroundOf(part)) {
    if (around === row || !row.contains(around)) break;
    path.unshift(nthOf(around));
    ways.push(path.join(' > '));
  }
  return ways.filter((css) => css.length <= LONGEST);
}

/** What a row shows as a person's name would stand there: the first short line that is no time and no number. */
export function lineOf(element: Element): string {
  return textOf(element, 80).trim();
}

function holderOf(a: Element, b: Element): Element | null {
  for (let at: Element | null = a.parentElement; at; at = at.parentElement) if (at.contains(b)) return at;
  return null;
}

function childWith(holder: Element, inner: Element): Element {
  let at = inner;
  while (at.parentElement && at.parentElement !== holder) at = at.parentElement;
  return at;
}
