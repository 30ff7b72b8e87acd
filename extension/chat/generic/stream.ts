import { around, below, childrenOf, isStacked, middle, overlap, type Place, type Space } from './space';

const MOST_UP = 16;
const MOST_BELOW = 500;

/** The place messages stand in: what scrolls above the reply box, in the same column. */
export function findStream(box: Element, space: Space): Element | null {
  const edge = space.placeOf(box);
  let at: Element = box;
  for (let up = 0; up < MOST_UP; up += 1) {
    const parent = around(at);
    if (!parent) return null;
    const over = childrenOf(parent)
      .filter((child) => child !== at && space.sees(child) && isOver(space.placeOf(child), edge))
      .sort((a, b) => space.placeOf(b).bottom - space.placeOf(a).bottom);
    for (const block of over) {
      const scroller = scrollerIn(block, edge, space);
      if (scroller) return scroller;
    }
    const tall = over.find((block) => space.placeOf(block).height >= 150 && childrenOf(block).length > 0);
    if (tall) return tall;
    at = parent;
  }
  return null;
}

function isOver(place: Place, edge: Place): boolean {
  return place.bottom <= edge.top + 12 && place.height >= 60 && overlap(place, edge) >= 0.6;
}

function scrollerIn(block: Element, edge: Place, space: Space): Element | null {
  let best: Element | null = null;
  for (const element of [block, ...below(block, MOST_BELOW)]) {
    if (!space.sees(element)) continue;
    const place = space.placeOf(element);
    // A list beside the messages may stand in the same block: it does not reach over the box.
    if (place.height < 60 || overlap(place, edge) < 0.6 || place.width < edge.width * 0.5) continue;
    const flow = element.ownerDocument.defaultView?.getComputedStyle(element).overflowY ?? '';
    if (!/auto|scroll|overlay/.test(flow)) continue;
    if (!best || space.placeOf(best).height < place.height) best = element;
  }
  return best;
}

/** The messages of a stream, oldest (topmost) first: wrappers are opened, groups of a day laid flat. */
export function itemsOf(stream: Element, space: Space): readonly Element[] {
  let holder = stream;
  let items = shownIn(holder, space);
  for (let deep = 0; deep < 8 && items.length === 1; deep += 1) {
    const inner = shownIn(items[0] as Element, space);
    // One single message: its parts are no messages.
    if (inner.length === 0 || !spans(inner, space.placeOf(holder), space)) break;
    holder = items[0] as Element;
    items = inner;
  }
  const flat = flattened(items, space.placeOf(holder), space);
  return [...flat].sort((a, b) => space.placeOf(a).top - space.placeOf(b).top);
}

function shownIn(element: Element, space: Space): readonly Element[] {
  return childrenOf(element).filter((child) => space.sees(child) && space.placeOf(child).height > 6);
}

function spans(children: readonly Element[], holder: Place, space: Space): boolean {
  const places = children.map(space.placeOf);
  return isStacked(places) && middle(places.map(({ width }) => width)) >= holder.width * 0.8;
}

/** Groups hold repeated rows of full width; a message holds a name, words and a time, each once. */
function flattened(items: readonly Element[], holder: Place, space: Space): readonly Element[] {
  const groups = items.map((item) => shownIn(item, space));
  const full = groups.filter((kids) => kids.length > 0);
  const kids = full.flat();
  if (full.length === 0 || kids.length / full.length < 2.5) return items;
  if (!full.every((group) => spans(group, holder, space))) return items;
  const counts = new Map<string, number>();
  for (const kid of kids) counts.set(kindOf(kid), (counts.get(kindOf(kid)) ?? 0) + 1);
  const repeats = Math.max(...counts.values()) / full.length;
  const rich = kids.filter((kid) => childrenOf(kid).length > 0).length / kids.length;
  if (repeats < 1.5 || rich < 0.5) return items;
  return items.flatMap((item, at) => {
    const inner = groups[at] ?? [];
    return inner.length > 0 ? inner : [item];
  });
}

function kindOf(element: Element): string {
  const [token = ''] = (element.getAttribute('class') ?? '').split(/[\s_-]/);
  return `${element.localName}.${token.replace(/\d+/g, '')}`;
}
