import type { ChatState, ChatStatus, SeenMessage } from '@extension/messaging/chat-state';
import type { Adapter } from '../adapter';
import { boxText, findBox } from '../insert/box';
import { all, first, isShown, treesAround } from '../read/query';
import { type Looking, read } from '../read/reader';
import { MOST_CHARACTERS, textOf, tidy } from '../read/text';
import { isChatAddress } from '../sites';
import { emptyState } from '../states';
import { asMessages, detectMissing, foundElsewhere, type Own, winners } from './fallback';
import { checkHealth, type Field } from './health';
import { whoIsOpen } from './identity';
import { readList } from './list';
import type { Memory } from './memory';
import { readMessages } from './messages';
import { leaveOrders, readOrders } from './orders';
import { besidePlain, plainName } from './plain';
import { readSignals } from './signals';
import { timeRows } from './waits';

/** A slow shop page takes half a minute to draw; before this it is connecting, not broken. */
const CONNECTING = 45_000;
/** How long messages of the last buyer may linger after a switch before they count as this one's. */
const LINGERING = 8000;

export interface Surroundings {
  readonly document: Document;
  readonly url: string;
  readonly topUrl: string;
  readonly now: number;
}

export interface Look {
  readonly state: ChatState;
  /** The page is between two states: look again soon, even if nothing moves. */
  readonly soon: boolean;
  /** Whether the chat itself stands in this frame. */
  readonly ready: boolean;
  /** The reply box, where one was found. */
  readonly box: HTMLElement | null;
  /** The shadow trees the parts stand in. */
  readonly trees: readonly Node[];
}

/** One pass over the page: everything the panel needs, in one consistent state. */
export function look(adapter: Adapter, around: Surroundings, memory: Memory): Look {
  const { now, url, document } = around;
  const base = emptyState('connecting', adapter, new URL(url).host);
  const only = (status: ChatStatus, soon = false): Look => ({
    state: { ...base, status },
    soon,
    ready: false,
    box: null,
    trees: [],
  });
  if (!isChatAddress(adapter, url)) {
    memory.arrivedAt = null;
    return only('not-chat');
  }
  memory.arrivedAt ??= now;
  const looking: Looking = {
    url,
    topUrl: around.topUrl,
    now,
    timeZone: adapter.timeZone,
    visibleOnly: adapter.visibleOnly ?? false,
  };
  const page = scopeOf(adapter, document, looking);
  const ready = (adapter.ready ?? []).length === 0 || first(page, adapter.ready) !== null;
  if (isSignedOut(adapter, document, ready)) return only('sign-in');
  if (!ready) {
    memory.goneSince ??= now;
    const since = Math.max(memory.arrivedAt, memory.goneSince);
    if (now - since < CONNECTING) return only('connecting');
  } else {
    memory.goneSince = null;
    memory.wasReady = true;
  }

  const own = readOwn(adapter, page, looking, memory);
  const detected = detectMissing(adapter, own, document, memory, looking, !ready);
  if (!ready && detected.messages === null) {
    return only(memory.wasReady ? 'changed' : 'teach');
  }
  const list = detected.rows
    ? { rows: detected.rows, items: new Set(detected.rows.map(({ element }) => element)), nth: -1 }
    : own.list;
  const signals =
    detected.rows || detected.header
      ? readSignals(adapter, page, list, looking, memory.startedLate, detected.header)
      : own.signals;
  const open = list.rows?.some((row) => row.active) ?? false;
  const empty = !open && !signals.keys.some((key) => !key.doubtful) && saysEmpty(adapter, page);
  const box = own.box ?? detected.box;
  const plain = () => plainName(document, box, memory.plain, looking);
  const who = empty
    ? { buyer: null, candidates: [], unsure: false, pending: false }
    : besidePlain(adapter, signals, whoIsOpen(signals, memory.pairing, now), plain);

  const buyer = who.buyer ? `${who.buyer.strength}:${who.buyer.key}` : null;
  if (buyer !== null && buyer !== memory.buyer) arrive(memory, buyer, now);
  const seen = detected.messages
    ? asMessages(detected)
    : sided(adapter, page, own, who.buyer?.name ?? '', looking);
  const messages = withoutLingering(seen.messages, memory, buyer, now);
  const orders = buyer === null ? [] : readOrders(adapter, page, looking, memory.orders, list.items);
  if (buyer !== null) memory.shownOrders = orders;
  const rows = list.rows && timeRows(list.rows, memory.waits, now);

  const exact = rows?.some((row) => row.waitExact) ?? false;
  const waits = rows?.some((row) => row.waitingSince !== null) ?? false;
  const found = new Map<Field, boolean>();
  // What used to be found stays missing though another way leads to it: the seller is told that the page changed.
  if (adapter.ready) found.set('ready', ready);
  if (adapter.list?.item) found.set('list', own.list.rows !== null);
  if (adapter.list?.wait && waits) found.set('wait', exact || (memory.health.get('wait')?.worked ?? false));
  if (who.buyer || who.unsure) {
    // Without a place of its own an empty conversation cannot be told from a lost one.
    const silent = !adapter.messages?.root && memory.health.get('messages')?.worked === true;
    found.set(
      'messages',
      adapter.messages?.item ? own.seen.found || (silent && !detected.messages?.length) : seen.found,
    );
    if (adapter.composer?.box) found.set('composer', own.box !== null);
    if ((adapter.identity?.name?.length ?? 0) > 0) {
      found.set('name', own.signals.headerName !== '' || own.signals.rowName !== '');
    }
  }
  const health = checkHealth(memory.health, found, now, foundElsewhere(detected));
  const status = statusOf(who.buyer !== null, who.unsure, health.missing.length > 0, health.changed);
  const nothing = adapter.ready === undefined && !who.buyer && !who.unsure && rows === null;
  return {
    ready: true,
    box,
    trees: treesAround([box, list.rows?.[0]?.element, seen.messages.at(-1)?.element]),
    soon: who.pending || health.waiting,
    state: {
      ...base,
      status: nothing ? 'teach' : status,
      missing: health.missing,
      won: winners(adapter, own, detected),
      buyer: who.buyer,
      candidates: who.candidates,
      conversation: who.buyer || who.unsure ? signals.conversation : null,
      messages,
      orderNumbers: who.buyer ? [...new Set([...signals.orders, ...orders])] : [],
      rows,
      draft: box ? tidy(boxText(box), MOST_CHARACTERS) : '',
      selection: selectionIn(document),
    },
  };
}

/** The adapter's own findings, before anything is looked for otherwise. */
function readOwn(adapter: Adapter, page: ParentNode, looking: Looking, memory: Memory): Own {
  const list = readList(adapter, page, looking, memory.list);
  const signals = readSignals(adapter, page, list, looking, memory.startedLate);
  const name = signals.headerName || signals.rowName;
  const seen = readMessages(adapter, page, name, looking);
  return { list, signals, seen, box: findBox(adapter, page) };
}

/** Only sides that go by the name are read again when who it is turned out otherwise. */
function sided(adapter: Adapter, page: ParentNode, { seen, signals }: Own, name: string, looking: Looking) {
  const same = name === (signals.headerName || signals.rowName);
  return same || !adapter.messages?.side?.byName ? seen : readMessages(adapter, page, name, looking);
}

function statusOf(open: boolean, unsure: boolean, missing: boolean, changed: boolean): ChatStatus {
  if (changed) return 'changed';
  if (unsure) return 'unsure';
  if (missing) return 'partly';
  return open ? 'connected' : 'no-conversation';
}

/** Another buyer is open: what stood there under the last one, and still stands there, is not theirs. */
function arrive(memory: Memory, buyer: string, now: number): void {
  if (memory.buyer !== null) {
    memory.lingering = new Map(memory.lastMessages);
    memory.lingeringUntil = now + LINGERING;
    leaveOrders(memory.orders, memory.shownOrders);
  }
  memory.buyer = buyer;
}

function withoutLingering(
  messages: readonly (SeenMessage & { readonly element: Element })[],
  memory: Memory,
  buyer: string | null,
  now: number,
): readonly SeenMessage[] {
  const here = new Map(messages.map(({ id, element }) => [id, element]));
  if (now > memory.lingeringUntil) memory.lingering = new Map();
  for (const [id, element] of memory.lingering) {
    if (here.get(id) !== element) memory.lingering.delete(id);
  }
  if (buyer !== null) memory.lastMessages = here;
  return messages
    .filter(({ id, element }) => memory.lingering.get(id) !== element)
    .map(({ element: _, ...message }) => message);
}

/** Several tickets stay in one document: only the one in the address is open. */
function scopeOf(adapter: Adapter, document: Document, looking: Looking): ParentNode {
  const id = read(
    adapter.identity?.key?.filter((reader) => reader.take === 'url.path'),
    document,
    looking,
  )?.value;
  for (const { css } of id ? (adapter.scope ?? []) : []) {
    const place = all(document, css.replaceAll('{url.id}', CSS.escape(id ?? ''))).find(isShown);
    if (place) return place;
  }
  return document;
}

function isSignedOut(adapter: Adapter, document: Document, ready: boolean): boolean {
  if (first(document, adapter.signedOut)) return true;
  return !ready && says(document.body, adapter.signedOutText);
}

function saysEmpty(adapter: Adapter, page: ParentNode): boolean {
  return says(page instanceof Document ? page.body : (page as Element), adapter.emptyText);
}

function says(place: Element | null, words: readonly string[] | undefined): boolean {
  if (!place || !words || words.length === 0) return false;
  const text = textOf(place, 20_000);
  return words.some((word) => text.includes(word));
}

function selectionIn(document: Document): string {
  const selection = document.getSelection();
  return selection && !selection.isCollapsed ? tidy(selection.toString()) : '';
}
