import type { Adapter } from '../adapter';
import { type Look, look } from '../engine/look';
import { createMemory, type Memory } from '../engine/memory';
import { findBox } from '../insert/box';
import { all, isShown } from '../read/query';
import { readAll } from '../read/reader';
import type { Believed } from './merge';
import { pairOf } from './pair';
import type { Picks } from './steps';

/** What the engine itself makes of the page with a description that is not kept yet. */
export function createPreview(topUrl: () => string): (adapter: Adapter) => Look {
  let memory: Memory = createMemory(false);
  let before = '';
  return (adapter) => {
    const text = JSON.stringify(adapter);
    if (text !== before) memory = createMemory(false);
    before = text;
    return look(adapter, { document, url: location.href, topUrl: topUrl(), now: Date.now() }, memory);
  };
}

/** Which parts of a description lead to what was pointed at, or to nothing: those are no fault of it. */
export function believedOf(base: Adapter | null, picks: Picks): Believed {
  if (!base) return { name: true, list: false, messages: false, box: true };
  const { name, rowA, rowB, theirs, mine, box } = picks;
  const looking = {
    url: location.href,
    topUrl: location.href,
    now: Date.now(),
    timeZone: base.timeZone,
    visibleOnly: true,
  };
  const names = (base.identity?.name ?? [])
    .flatMap((reader) => readAll(reader, document, looking))
    .slice(0, 1);
  const found = base.composer?.box ? findBox(base, document) : null;
  return {
    name: names.every(
      ({ element }) => element === null || element === name || element.contains(name ?? null),
    ),
    list: finds(base.list?.item, rowA, rowB),
    messages: finds(base.messages?.item, theirs, mine),
    box: found === null || found === box,
  };
}

/** Whether the items of a description are the very rows the two pointed places lie in. */
function finds(item: readonly string[] | undefined, a: Element | undefined, b: Element | undefined): boolean {
  const pair = a && b ? pairOf(a, b) : null;
  if (!pair) return false;
  for (const css of item ?? []) {
    const found = all(document, css).filter(isShown);
    if (found.length > 0) return found.includes(pair.first) && found.includes(pair.second);
  }
  return false;
}
