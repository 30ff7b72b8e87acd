import type { Adapter } from '../adapter';
import { type Detected, detect, type Known, type Part } from '../generic/detect';
import { INTO } from '../read/query';
import type { Looking } from '../read/reader';
import type { Field } from './health';
import type { SeenList } from './list';
import type { Memory } from './memory';
import { likeness, type SeenMessages } from './messages';
import type { SeenSignals } from './signals';

/** A part the adapter describes may be late or between two drawings; only then is it looked for otherwise. */
const PATIENCE = 3000;

export interface Own {
  readonly list: SeenList;
  readonly signals: SeenSignals;
  readonly seen: SeenMessages;
  readonly box: HTMLElement | null;
}

/** What the page says where the adapter is silent: no such field in it, or its places have been gone for a while. */
export function detectMissing(
  adapter: Adapter,
  own: Own,
  document: Document,
  memory: Memory,
  looking: Looking,
  lost: boolean,
): Detected {
  const { list, signals, seen, box } = own;
  const isOpen = list.rows === null || list.rows.some(({ active }) => active);
  const named = signals.headerName !== '' || (signals.keys.length > 0 && signals.rowName !== '');
  const found: Readonly<Record<Part, boolean>> = {
    list: list.rows !== null,
    name: named || !isOpen,
    messages: seen.found,
    composer: box !== null,
  };
  const described: Readonly<Record<Part, boolean>> = {
    list: (adapter.list?.item?.length ?? 0) > 0,
    name: (adapter.identity?.name?.length ?? 0) > 0,
    messages: (adapter.messages?.item?.length ?? 0) > 0,
    composer: (adapter.composer?.box?.length ?? 0) > 0,
  };
  const wants = new Set<Part>();
  for (const part of ['list', 'name', 'messages', 'composer'] as const) {
    if (found[part]) {
      memory.goneParts.delete(part);
      continue;
    }
    const since = memory.goneParts.get(part) ?? looking.now;
    memory.goneParts.set(part, since);
    if (lost || !described[part] || looking.now - since >= PATIENCE) wants.add(part);
  }
  const names = list.rows?.map(({ name }) => name) ?? null;
  const known: Known = { box, names, name: signals.headerName || signals.rowName };
  return detect(document, wants, known, memory.anchors, looking);
}

/** Messages found by their place, with stand-ins for the ids. */
export function asMessages(detected: Detected): SeenMessages {
  const twins = new Map<string, number>();
  const messages = (detected.messages ?? []).map((message) => ({
    ...message,
    id: likeness(`${message.side}|${message.at ?? ''}|${message.text}`, twins),
  }));
  return { found: detected.messages !== null, nth: -1, messages };
}

/** Which way of finding won, field by field, as the seller's self-check shows it. */
export function winners(adapter: Adapter, own: Own, detected: Detected): Readonly<Record<string, string>> {
  const won: Record<string, string> = {};
  const note = (field: string, nth: number, generic: boolean) => {
    if (nth >= 0) won[field] = String(nth + 1);
    else if (generic) won[field] = 'generic';
  };
  const { list, signals, seen, box } = own;
  note('key', signals.nth.key, false);
  note('name', signals.nth.name, detected.header !== '');
  note('list', list.nth, detected.rows !== null);
  note('messages', seen.nth, detected.messages !== null);
  note('composer', box ? boxNth(adapter, box) : -1, detected.box !== null && box === null);
  return won;
}

function boxNth(adapter: Adapter, box: HTMLElement): number {
  return (adapter.composer?.box ?? []).findIndex((css) => {
    try {
      // Inside its own tree: no selector reaches out of one.
      return box.closest(css.split(INTO).at(-1) ?? css) !== null;
    } catch {
      return false;
    }
  });
}

/** The fields that stand in the page by their place and words. */
export function foundElsewhere(detected: Detected): ReadonlySet<Field> {
  const { rows, header, messages, box } = detected;
  const fields: (Field | false)[] = [
    rows !== null && 'list',
    header !== '' && 'name',
    messages !== null && 'messages',
    messages !== null && 'ready',
    box !== null && 'composer',
  ];
  return new Set(fields.filter((field) => field !== false));
}
