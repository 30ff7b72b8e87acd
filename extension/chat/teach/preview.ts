import type { Adapter } from '../adapter';
import { type Look, look } from '../engine/look';
import { createMemory, type Memory } from '../engine/memory';
import { namesAgree } from '../engine/names';
import { plainName } from '../engine/plain';
import { createAnchors } from '../generic/detect';
import { findBox } from '../insert/box';
import { all, isShown } from '../read/query';
import { readAll } from '../read/reader';
import { pairOf } from './pair';

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

/** Whether a description still leads to the very name that was pointed at, or to nothing, which is no fault of it. */
export function believesName(base: Adapter | null, name: Element): boolean {
  const looking = {
    url: location.href,
    topUrl: location.href,
    now: Date.now(),
    timeZone: base?.timeZone,
    visibleOnly: true,
  };
  const [found] = (base?.identity?.name ?? []).flatMap((reader) => readAll(reader, document, looking));
  return !found?.element || found.element === name || found.element.contains(name);
}

/** Whether what the page plainly shows, if anything, is the name that was pointed at. */
export function believesPlain(name: string): boolean {
  const address = location.href;
  const looking = { url: address, topUrl: address, now: Date.now(), timeZone: undefined, visibleOnly: true };
  const plain = plainName(document, null, createAnchors(), looking);
  return plain === '' || namesAgree(plain, name);
}

export function believesBox(base: Adapter | null, box: Element): boolean {
  const found = base?.composer?.box ? findBox(base, document) : null;
  return found === null || found === box;
}

/** Whether the items of a description are the very rows (or messages) the two pointed places lie in. */
export function believesItems(item: readonly string[] | undefined, a: Element, b: Element): boolean {
  const pair = pairOf(a, b);
  const found = (item ?? [])
    .map((css) => all(document, css).filter(isShown))
    .find((places) => places.length > 0);
  return pair !== null && [pair.first, pair.second].every((one) => found?.includes(one));
}
