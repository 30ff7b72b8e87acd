import type { Reader } from '../adapter';
import { isOnlyDuration, parseDuration } from './duration';
import { parseInstant } from './instant';
import { nearLabels } from './near';
import { applyOps } from './ops';
import { all, isShown } from './query';
import { MOST_CHARACTERS, textOf, tidy } from './text';

const MOST_PLACES = 200;

/** What a reader needs to know besides the place it reads from. */
export interface Looking {
  readonly url: string;
  /** Address of the tab when this frame is not the top one. */
  readonly topUrl: string;
  readonly now: number;
  readonly timeZone: string | undefined;
  readonly visibleOnly: boolean;
  /** Places of which words beside a label do not count. */
  readonly except?: ReadonlySet<Element>;
}

export interface Found {
  readonly value: string;
  /** Where it stood; null for values from the address. */
  readonly element: Element | null;
}

/** Every value a reader finds, in page order. */
export function readAll(reader: Reader, scope: ParentNode, looking: Looking): readonly Found[] {
  const found: Found[] = [];
  for (const { value, element } of rawValues(reader, scope, looking)) {
    const done = applyOps(value, reader.ops);
    if (done) found.push({ value: tidy(done, MOST_CHARACTERS), element });
  }
  return found;
}

/** The value of the first reader that finds one. */
export function read(
  readers: readonly Reader[] | undefined,
  scope: ParentNode,
  looking: Looking,
): (Found & { readonly reader: Reader }) | null {
  for (const reader of readers ?? []) {
    const found = readAll(reader, scope, looking);
    const picked = reader.pick === 'last' ? found.at(-1) : found[0];
    if (picked) return { ...picked, reader };
  }
  return null;
}

/** A whole number, e.g. of an unread badge ("99+" is 99). An empty badge is none. */
export function readCount(
  readers: readonly Reader[] | undefined,
  scope: ParentNode,
  looking: Looking,
): number {
  for (const reader of readers ?? []) {
    for (const { value } of readAll(reader, scope, looking)) {
      const digits = /\d{1,6}/.exec(value)?.[0];
      if (digits) return Number(digits);
    }
  }
  return 0;
}

/** An instant in ms. */
export function readInstant(
  readers: readonly Reader[] | undefined,
  scope: ParentNode,
  looking: Looking,
): number | null {
  for (const reader of readers ?? []) {
    for (const { value } of readAll(reader, scope, looking)) {
      const instant = parseInstant(value, looking.timeZone, looking.now);
      if (instant !== null) return instant;
    }
  }
  return null;
}

/** A waiting time in seconds; `shown` says that the place for it stands there, even if it holds no number. */
export function readDuration(
  readers: readonly Reader[] | undefined,
  scope: Element,
  looking: Looking,
): { readonly seconds: number | null; readonly shown: boolean } {
  let shown = false;
  for (const reader of readers ?? []) {
    for (const { value } of reader.css ? readAll(reader, scope, looking) : loneDurations(scope)) {
      shown = true;
      const seconds = parseDuration(value);
      if (seconds !== null) return { seconds, shown };
    }
  }
  return { seconds: null, shown };
}

/** Without a selector, only a leaf holding nothing but a duration counts: previews are full of "3分钟". */
function loneDurations(scope: Element): readonly { readonly value: string }[] {
  return [...scope.querySelectorAll('*')]
    .slice(0, 60)
    .filter((element) => element.childElementCount === 0)
    .map((element) => ({ value: (element.textContent ?? '').slice(0, 40) }))
    .filter(({ value }) => isOnlyDuration(value));
}

function* rawValues(
  reader: Reader,
  scope: ParentNode,
  looking: Looking,
): Generator<{ value: string; element: Element | null }> {
  if (reader.take === 'url.path' || reader.take === 'url.query') {
    const value = fromAddress(reader, looking);
    if (value) yield { value, element: null };
    return;
  }
  if (reader.take === 'near') {
    yield* nearLabels(scope, reader.label ?? [], looking.except);
    return;
  }
  const places = placesOf(reader, scope);
  for (const element of reader.pick === 'last' ? places.slice(-MOST_PLACES) : places.slice(0, MOST_PLACES)) {
    if (looking.visibleOnly && !isShown(element)) continue;
    const value = reader.attr === undefined ? textOf(element) : element.getAttribute(reader.attr);
    if (value) yield { value: value.slice(0, 2000), element };
  }
}

function placesOf(reader: Reader, scope: ParentNode): readonly Element[] {
  if (reader.prev !== undefined && scope instanceof Element) return before(scope, reader.prev);
  if (reader.css !== undefined) return all(scope, reader.css);
  return scope instanceof Element ? [scope] : [];
}

/** The nearest earlier sibling that is, or holds, such a place; the item before the last item ends the search. */
function before(item: Element, css: string): readonly Element[] {
  let at = item.previousElementSibling;
  for (let steps = 0; at && steps < 3; steps += 1, at = at.previousElementSibling) {
    const found = at.matches(css) ? [at] : all(at, css);
    if (found.length > 0) return found;
    if (at.className === item.className) return [];
  }
  return [];
}

function fromAddress(reader: Reader, looking: Looking): string | null {
  try {
    const url = new URL(reader.frame === 'top' ? looking.topUrl : looking.url);
    if (reader.take === 'url.path') return url.pathname;
    const param = reader.param ?? '';
    const inHash = url.hash.includes('?') ? url.hash.slice(url.hash.indexOf('?')) : '';
    return url.searchParams.get(param) ?? new URLSearchParams(inHash).get(param);
  } catch {
    return null;
  }
}
