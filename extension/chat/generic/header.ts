import { namesAgree } from '../engine/names';
import { isCount, isInitial, isTimeLike, type Leaf, leavesOf } from './leaves';
import { around, childrenOf, overlap, type Space } from './space';

const MOST_UP = 6;
const HIGH = 160;

/**
 * The name above the messages. With a list it counts only when it is one of the list's names: a heading such as
 * "Messages" is nobody. Without a list it is the largest text there. Two names of the list name nobody.
 */
export function findHeader(stream: Element, names: readonly string[] | null, space: Space): string {
  const leaves = above(stream, space).filter(
    ({ text }) => text.length <= 60 && !text.includes('\n') && !isTimeLike(text) && !isCount(text),
  );
  if (names === null) return largest(leaves.filter((leaf) => !isInitial(leaf, leaves)))?.text ?? '';
  const found = leaves.flatMap(({ text }) => names.find((name) => namesAgree(name, text)) ?? []);
  return new Set(found).size === 1 ? (found[0] ?? '') : '';
}

function above(stream: Element, space: Space): readonly Leaf[] {
  const frame = space.placeOf(stream);
  const leaves: Leaf[] = [];
  let at: Element = stream;
  for (let up = 0; up < MOST_UP; up += 1) {
    const parent = around(at);
    if (!parent) break;
    for (const child of childrenOf(parent)) {
      const place = space.placeOf(child);
      if (child === at || place.bottom > frame.top + 6 || place.top < frame.top - HIGH) continue;
      if (overlap(place, frame) >= 0.5 && space.sees(child)) leaves.push(...leavesOf(child, space));
    }
    if (leaves.length > 0) break;
    at = parent;
  }
  return leaves.filter(({ place }) => place.left >= frame.left - 8 && place.right <= frame.right + 8);
}

function largest(leaves: readonly Leaf[]): Leaf | undefined {
  const size = ({ element }: Leaf) =>
    Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '0');
  return [...leaves].sort((a, b) => size(b) - size(a))[0];
}
