import type { Row } from '../engine/list';
import type { Looking } from '../read/reader';
import { findComposer } from './composer';
import { findHeader } from './header';
import { findList, type KeptRows, readRows } from './list';
import { type GenericMessage, readItems } from './messages';
import { createSpace } from './space';
import { findStream, itemsOf } from './stream';

/** The parts of a page that an adapter does not know, or no longer finds. */
export type Part = 'list' | 'name' | 'messages' | 'composer';

export interface Detected {
  readonly box: HTMLElement | null;
  readonly rows: readonly Row[] | null;
  readonly header: string;
  readonly messages: readonly GenericMessage[] | null;
}

/** What the adapter did find: its box, the names in its list, the name that is open. */
export interface Known {
  readonly box: HTMLElement | null;
  readonly names: readonly string[] | null;
  readonly name: string;
}

/** Where the parts stood last time: looking for them again costs more than looking at them. */
export interface Anchors {
  box: HTMLElement | null;
  stream: Element | null;
  rows: readonly Element[] | null;
  /** Children of the places the rows stand in: another number means that rows came or went. */
  count: number;
  readonly kept: KeptRows;
  soughtAt: number;
}

export function createAnchors(): Anchors {
  return {
    box: null,
    stream: null,
    rows: null,
    count: 0,
    kept: new WeakMap(),
    soughtAt: Number.NEGATIVE_INFINITY,
  };
}

const NOTHING: Detected = { box: null, rows: null, header: '', messages: null };
const SEEK_EVERY = 5000;
const MOST_MESSAGES = 50;

/**
 * Reads a page nobody has described, by where things stand and what they say: the reply box, the messages above
 * it, the list beside them, the name over them. What is not plain stays unknown.
 */
export function detect(
  document: Document,
  wants: ReadonlySet<Part>,
  known: Known,
  anchors: Anchors,
  looking: Looking,
): Detected {
  const root = document.body;
  if (wants.size === 0 || !root) return NOTHING;
  const space = createSpace(document);
  if (space.width === 0) return NOTHING;
  const stands = (element: Element | null) => element?.isConnected === true && space.sees(element);
  const stale = looking.now - anchors.soughtAt >= SEEK_EVERY;
  const lost = !stands(anchors.box) || !stands(anchors.stream);
  if (stale || lost) {
    anchors.box = known.box ?? findComposer(root, space);
    anchors.stream = anchors.box && findStream(anchors.box, space);
  }
  const { box, stream } = anchors;
  if (!box || !stream) {
    anchors.soughtAt = looking.now;
    return { ...NOTHING, box };
  }
  const moved =
    anchors.rows !== null &&
    (countAround(anchors.rows) !== anchors.count || anchors.rows.some((row) => !row.isConnected));
  if (wants.has('list') && (stale || lost || moved)) {
    anchors.rows = findList(root, space.placeOf(stream), space);
    anchors.count = countAround(anchors.rows ?? []);
  }
  anchors.soughtAt = stale || lost ? looking.now : anchors.soughtAt;
  const rows = wants.has('list') && anchors.rows ? readRows(anchors.rows, space, anchors.kept) : null;
  const names = known.names ?? rows?.map(({ name }) => name) ?? null;
  const header = wants.has('name') ? findHeader(stream, names, space) : '';
  const name = header || known.name || (rows?.find(({ active }) => active)?.name ?? '');
  const messages = wants.has('messages')
    ? readItems(itemsOf(stream, space).slice(-MOST_MESSAGES), stream, name, space, looking)
    : null;
  return { box, rows, header, messages };
}

function countAround(rows: readonly Element[]): number {
  let count = 0;
  for (const holder of new Set(rows.map((row) => row.parentElement))) count += holder?.childElementCount ?? 0;
  return count;
}
