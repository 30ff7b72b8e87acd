import { isShown } from '../read/query';

/** A place on the screen, in CSS pixels of the window. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Where things stand, asked once per look: asking makes the browser lay the page out. */
export interface Space {
  readonly width: number;
  readonly height: number;
  readonly placeOf: (element: Element) => Place;
  readonly sees: (element: Element) => boolean;
}

export function createSpace(document: Document): Space {
  const known = new Map<Element, Place>();
  const shown = new Map<Element, boolean>();
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  const placeOf = (element: Element): Place => {
    const old = known.get(element);
    if (old) return old;
    const place = element.getBoundingClientRect();
    known.set(element, place);
    return place;
  };
  const sees = (element: Element): boolean => {
    const old = shown.get(element);
    if (old !== undefined) return old;
    const { width, height } = placeOf(element);
    const seen = width > 0 && height > 0 && isShown(element);
    shown.set(element, seen);
    return seen;
  };
  return { width: innerWidth, height: innerHeight, placeOf, sees };
}

/** What is drawn inside an element: its open shadow tree where it has one. */
export function childrenOf(element: Element): readonly Element[] {
  return [...(element.shadowRoot?.children ?? element.children)];
}

/** The element around, out of a shadow tree as well. */
export function around(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Elements below, nearest first, at most `most`. */
export function* below(root: Element, most: number): Generator<Element> {
  const line: Element[] = [root];
  for (let at = 0; at < line.length && at < most; at += 1) {
    const element = line[at] as Element;
    if (at > 0) yield element;
    line.push(...childrenOf(element));
  }
}

/** How much of the narrower one stands under or over the other, 0…1. */
export function overlap(a: Place, b: Place): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const least = Math.min(a.width, b.width);
  return least > 0 ? Math.max(0, shared) / least : 0;
}

/** One under the other, top to bottom, not side by side. */
export function isStacked(places: readonly Place[]): boolean {
  const sorted = [...places].sort((a, b) => a.top - b.top);
  return sorted.every((place, at) => at === 0 || place.top >= (sorted[at - 1] as Place).bottom - 4);
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
