import type { SeenMessage } from '@extension/messaging/chat-state';
import type { Adapter, MessagesShape } from '../adapter';
import { all, first, isShown } from '../read/query';
import { type Looking, read, readInstant } from '../read/reader';
import { sideOf, sidesByPlace } from './side';

const MOST_MESSAGES = 50;
/** How far back the start of a group of messages is looked for when it lies before those that are read. */
const MOST_BACK = 100;

export interface SeenMessages {
  readonly found: boolean;
  /** Which candidate for the messages won, from 0; -1 when none did. */
  readonly nth: number;
  readonly messages: readonly (SeenMessage & { readonly element: Element })[];
}

/** The newest messages, oldest first. A time printed once at the start of a group holds for the whole group. */
export function readMessages(
  adapter: Adapter,
  page: ParentNode,
  buyerName: string,
  looking: Looking,
): SeenMessages {
  const shape = adapter.messages;
  if (!shape?.item || shape.item.length === 0) return { found: false, nth: -1, messages: [] };
  const root = shape.root ? first(page, shape.root) : null;
  if (shape.root && !root) return { found: false, nth: -1, messages: [] };
  const { items, nth } = itemsOf(root ?? page, shape, looking);
  const newest = items.slice(-MOST_MESSAGES);
  const times = timesOf(items, newest.length, shape, looking);
  const placed = shape.side?.geometry ? sidesByPlace(newest, root ?? common(newest)) : [];
  const seen = new Map<string, number>();
  const messages = newest.map((element, index) => {
    const known = sideOf(element, shape.side, buyerName, looking);
    const side = known === 'unknown' ? (placed[index] ?? 'unknown') : known;
    const text = read(shape.text, element, looking)?.value ?? '';
    const at = times[index] ?? null;
    const id = read(shape.id, element, looking)?.value ?? likeness(`${side}|${at ?? ''}|${text}`, seen);
    return { id, side, text, at, element };
  });
  return { found: root !== null || items.length > 0, nth, messages };
}

function itemsOf(
  root: ParentNode,
  shape: MessagesShape,
  looking: Looking,
): { readonly items: readonly Element[]; readonly nth: number } {
  // Candidates for the same thing, except where the side needs both kinds (a centre card is a message too).
  const system = shape.side?.system ?? [];
  for (const [nth, css] of (shape.item ?? []).entries()) {
    const own = all(root, css);
    if (own.length === 0) continue;
    const extra = (shape.item ?? []).filter((it) => it !== css && system.some((s) => s === `:scope${it}`));
    const found = extra.length > 0 ? all(root, [css, ...extra].join(', ')) : own;
    return { items: looking.visibleOnly ? found.filter(isShown) : found, nth };
  }
  return { items: [], nth: -1 };
}

function timesOf(
  items: readonly Element[],
  count: number,
  shape: MessagesShape,
  looking: Looking,
): readonly (number | null)[] {
  const start = items.length - count;
  const own = items.slice(start).map((item) => readInstant(shape.time, item, looking));
  if (!shape.carryTime) return own;
  let carried: number | null = null;
  for (let at = start - 1; own[0] === null && at >= Math.max(0, start - MOST_BACK); at -= 1) {
    carried = readInstant(shape.time, items[at] as Element, looking);
    if (carried !== null) break;
  }
  return own.map((time) => {
    carried = time ?? carried;
    return carried;
  });
}

function common(items: readonly Element[]): Element {
  const last = items.at(-1);
  let at = items[0] ?? document.body;
  while (last && at.parentElement && !at.contains(last)) at = at.parentElement;
  return at;
}

/** A stand-in where the page gives no id: what the message looks like, and the how-manieth of that look. */
export function likeness(text: string, seen: Map<string, number>): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  const look = hash.toString(36);
  const nth = (seen.get(look) ?? 0) + 1;
  seen.set(look, nth);
  return nth === 1 ? `~${look}` : `~${look}.${nth}`;
}
