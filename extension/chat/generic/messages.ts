import type { SeenMessage } from '@extension/messaging/chat-state';
import { namesAgree } from '../engine/names';
import { parseDay, parseInstant } from '../read/instant';
import type { Looking } from '../read/reader';
import { isInitial, isMark, isTimeLike, type Leaf, leavesOf } from './leaves';
import { below, type Place, type Space } from './space';

type Side = SeenMessage['side'];

export interface GenericMessage {
  readonly element: Element;
  readonly side: Side;
  readonly text: string;
  readonly at: number | null;
}

interface Parts {
  readonly element: Element;
  readonly sender: string;
  readonly words: readonly Leaf[];
  /** All that is printed of the time. */
  readonly time: string;
  readonly at: number | null;
  /** Something was drawn besides a time. */
  readonly speaks: boolean;
}

/** Difference of the gaps to both edges, as a share of the width, from which on a side is meant. */
const LEANS = 0.06;

/** What the messages say, when, and from which side; a side that can't be told stays unknown. */
export function readItems(
  items: readonly Element[],
  stream: Element,
  buyerName: string,
  space: Space,
  looking: Looking,
): readonly GenericMessage[] {
  let carried: number | null = null;
  let day: number | null = null;
  const parts = items.map((item) => {
    const part = partsOf(item, space);
    const { named, at } = timeOf(part.time, { day, carried }, looking);
    // Under the name of a day, and before its first clock, nothing is known of the hour.
    carried = at ?? (named === null ? carried : null);
    day = named ?? day;
    return { ...part, at: carried };
  });
  const sides = sidesOf(parts, space.placeOf(stream), buyerName, space);
  return parts.flatMap(({ element, words, at, speaks }, index) => {
    // A line with a date between messages dates what follows, and is no message.
    if (!speaks) return [];
    return [{ element, side: sides[index] ?? 'unknown', text: words.map(({ text }) => text).join('\n'), at }];
  });
}

function partsOf(element: Element, space: Space): Omit<Parts, 'at'> {
  const leaves = leavesOf(element, space).filter(({ text }) => !isMark(text));
  const times = leaves.filter(({ text }) => isTimeLike(text));
  const rest = leaves.filter((leaf) => !times.includes(leaf) && !isInitial(leaf, leaves));
  const [first, second] = rest;
  const named = first && second && first.text.length <= 40 && first.place.bottom <= second.place.top + 4;
  return {
    element,
    sender: named ? first.text : '',
    words: named ? rest.slice(1) : rest,
    time: times.map(({ text }) => text).join(' '),
    speaks: rest.length > 0 || leaves.length === 0,
  };
}

/** A bare clock belongs to the day named last, unless that would put it before what was said already. */
function timeOf(
  time: string,
  before: { readonly day: number | null; readonly carried: number | null },
  { timeZone, now }: Looking,
): { readonly named: number | null; readonly at: number | null } {
  const named = parseDay(time, timeZone, now);
  const under = parseInstant(time, timeZone, now, named ?? before.day);
  const late = under !== null && before.carried !== null && under < before.carried;
  return { named, at: late ? parseInstant(time, timeZone, now) : under };
}

function sidesOf(parts: readonly Parts[], frame: Place, buyer: string, space: Space): readonly Side[] {
  const placed = parts.map((part): Side => {
    const ink = inkOf(part, space);
    if (!ink || frame.width === 0) return 'unknown';
    const gap = (ink.left - frame.left - (frame.right - ink.right)) / frame.width;
    if (Math.abs(gap) >= LEANS) return gap < 0 ? 'buyer' : 'seller';
    // Words that fill the line lean nowhere; only a short line in the middle is the page's own.
    return ink.width < frame.width * 0.6 ? 'system' : 'unknown';
  });
  const isFlat = new Set(placed.filter((side) => side === 'buyer' || side === 'seller')).size < 2;
  return parts.map(({ sender }, index): Side => {
    const side = placed[index] ?? 'unknown';
    const isBuyer = sender !== '' && buyer !== '' && namesAgree(sender, buyer);
    if (side === 'system') return side;
    if (isFlat) return isBuyer ? 'buyer' : 'unknown';
    // A colleague's answer may stand on the buyer's side.
    return side === 'buyer' && sender !== '' && buyer !== '' && !isBuyer ? 'unknown' : side;
  });
}

/** Where a message leans: by its picture of the writer, else by its words, else by a picture sent. */
function inkOf({ element, words }: Parts, space: Space): Place | null {
  const pictures = [...below(element, 60)]
    .filter((it) => it.localName === 'img' && space.sees(it))
    .map(space.placeOf);
  const face = pictures.find(
    ({ width, height }) => width >= 18 && width <= 72 && Math.abs(width - height) <= 6,
  );
  if (face) return face;
  const ink = words.map(({ element: leaf }) => textPlace(leaf)).filter((place) => place !== null);
  const all = ink.length > 0 ? ink : pictures;
  if (all.length === 0) return null;
  const left = Math.min(...all.map((place) => place.left));
  const right = Math.max(...all.map((place) => place.right));
  const [first] = all as [Place];
  return { ...plain(first), left, right, width: right - left };
}

function plain({ left, right, top, bottom, width, height }: Place): Place {
  return { left, right, top, bottom, width, height };
}

/** The words themselves: the box around them may be as wide as the page. */
function textPlace(leaf: Element): Place | null {
  const range = leaf.ownerDocument.createRange();
  range.selectNodeContents(leaf);
  const place = range.getBoundingClientRect();
  return place.width > 0 ? place : null;
}
