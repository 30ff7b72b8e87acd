import type { Adapter, ListShape, MessagesShape } from '../adapter';
import { adapterForAddress } from '../another-page';
import { TAUGHT } from '../taught';
import type { Taught } from './describe';

/** Which parts of the description the page already has lead to what the seller pointed at, or to nothing. */
export interface Believed {
  readonly name: boolean;
  readonly list: boolean;
  readonly messages: boolean;
  readonly box: boolean;
  /** Whether the name the page plainly shows is the one that was pointed at, or there is none. */
  readonly plain: boolean;
}

const MOST_READERS = 30;

/**
 * The adapter of a page that was taught. A page nobody described gets one of its own. Where there is a description
 * it is believed until the seller points at something else: what it still finds rightly stays first, what it finds
 * no more or wrongly comes after what was pointed at. Ids of the address and of the platform are left as they are.
 *
 * @param base the description the page has so far; null for none
 * @param address of the frame that was pointed into
 * @param day YYYY-MM-DD, the day it was taught
 * @returns null when the address can't be followed
 */
export function taughtAdapter(
  base: Adapter | null,
  taught: Taught,
  believed: Believed,
  address: string,
  inFrame: boolean,
  day: string,
): Adapter | null {
  const own = base ?? adapterForAddress(address);
  if (!own) return null;
  const { name, list, messages, box } = taught;
  const anywhere = [list?.item, messages?.item, box].flatMap((css) => css?.slice(0, 2) ?? []);
  return {
    ...own,
    evidence: [
      { seen: day, how: TAUGHT },
      ...(base?.evidence ?? []).filter(({ how }) => how !== TAUGHT),
    ].slice(0, 30),
    when: whenOf(base, address),
    // Pages nobody described may keep every opened chat in the document, hidden.
    visibleOnly: base?.list || base?.messages ? base.visibleOnly : true,
    // Around a chat in a frame stands a page of its own; the frame that shows the parts is the one that speaks.
    ready: base?.ready || inFrame ? together(base?.ready, anywhere, true) : undefined,
    identity: name
      ? {
          ...own.identity,
          name: together(own.identity?.name, name, believed.name),
          overPlain: believed.plain ? undefined : true,
        }
      : own.identity,
    list: list ? listWith(own.list, list, believed.list) : own.list,
    messages: messages ? messagesWith(own.messages, messages, believed.messages) : own.messages,
    composer: box ? { ...own.composer, box: together(own.composer?.box, box, believed.box) } : own.composer,
  };
}

/** Both lists of candidates as one, the believed ones first, each once: a page may be taught again and again. */
function together<T>(
  before: readonly T[] | undefined,
  now: readonly T[] | undefined,
  keep: boolean,
): readonly T[] {
  const all = keep ? [...(before ?? []), ...(now ?? [])] : [...(now ?? []), ...(before ?? [])];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST_READERS);
}

function listWith(before: ListShape | null | undefined, now: ListShape, keep: boolean): ListShape {
  if (!before?.item?.length) return now;
  if (keep) return { ...before, item: together(before.item, now.item, true) };
  // The old root may be gone with the rest: rows are looked for in the whole page.
  const { root: _, ...rest } = before;
  return {
    ...rest,
    item: now.item,
    name: together(before.name, now.name, false),
    active: together(before.active, now.active, false),
    unread: together(before.unread, now.unread, false),
    ...(before.wait || now.wait ? { wait: together(before.wait, now.wait, false) } : {}),
  };
}

function messagesWith(before: MessagesShape | undefined, now: MessagesShape, keep: boolean): MessagesShape {
  if (!before?.item?.length) return now;
  if (keep) return { ...before, item: together(before.item, now.item, true) };
  return { ...now, id: together(before.id, now.id, false) };
}

/** A host has other pages than the chat: the first word of the address tells them apart where it is a plain one. */
function whenOf(base: Adapter | null, address: string): Adapter['when'] {
  const { pathname } = new URL(address);
  const [, head = ''] = pathname.split('/');
  const paths = base?.when?.path ?? [];
  if (base && paths.length === 0) return base.when;
  if (paths.some((path) => pathname.startsWith(path))) return base?.when;
  return /^[a-z][a-z_-]{1,39}$/i.test(head) ? { path: [...paths, `/${head}`] } : base?.when;
}
