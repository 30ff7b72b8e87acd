import type { Active } from '../adapter';
import { activeRow } from '../engine/active';
import type { Row } from '../engine/list';
import { parseDuration } from '../read/duration';
import { orderNumberIn } from '../read/ops';
import { isCount, isInitial, isTimeLike, type Leaf, leavesOf, saysWaiting } from './leaves';
import { around, below, childrenOf, isStacked, middle, type Place, type Space } from './space';

const MOST_ELEMENTS = 6000;
const MOST_ROWS = 100;
/** A few rows tell what a list is; a list of 500 costs no more to recognise. */
const LOOKED_AT = 8;
const PRICE = /[¥￥$€£฿₫]\s?\d|\d\s?元|\b(?:RM|Rp|R\$|NT\$)\s?\d/;

/** How an open row shows itself, from the plainest sign to the weakest. */
const OPEN: readonly Active[] = [
  { aria: 'selected' },
  { aria: 'current' },
  { descAria: 'selected' },
  { descAria: 'current' },
  { 'class~': 'active' },
  { 'class~': 'selected' },
  { 'class~': 'current' },
  { 'class~': 'checked' },
  { 'class~': 'highlight' },
  { oddOneOut: 'background' },
  { oddOneOut: 'class' },
];

/** The rows of the conversation list beside the messages; null where no such list stands. */
export function findList(root: Element, stream: Place, space: Space): readonly Element[] | null {
  let best: readonly Element[] | null = null;
  let most = 0;
  for (const holder of below(root, MOST_ELEMENTS)) {
    if (childrenOf(holder).length < 2) continue;
    const rows = rowsIn(holder, stream, space);
    if (rows.length < 2) continue;
    const points = score(rows, space);
    if (points > most) {
      most = points;
      best = withSections(holder, rows, stream, space);
    }
  }
  return best;
}

/** Children that may be rows: one under the other, of one kind of height, in a column of their own. */
function rowsIn(holder: Element, stream: Place, space: Space): readonly Element[] {
  const first = childrenOf(holder)[0];
  if (!first || !isColumn(space.placeOf(holder), stream, space)) return [];
  const rows = childrenOf(holder).filter((child) => {
    const { width, height } = space.placeOf(child);
    return height >= 34 && height <= 140 && width >= 120 && width <= 480;
  });
  const some = rows.slice(0, LOOKED_AT);
  if (some.some((row) => !space.sees(row))) return rows.filter(space.sees).slice(0, MOST_ROWS);
  const places = some.map(space.placeOf);
  const usual = middle(places.map(({ height }) => height));
  const even = places.filter(({ height }) => Math.abs(height - usual) <= usual * 0.35).length;
  return isStacked(places) && even >= places.length * 0.7 ? rows : [];
}

function isColumn(place: Place, stream: Place, space: Space): boolean {
  if (place.width < 120 || place.width > Math.max(480, space.width * 0.46)) return false;
  return place.right <= stream.left + 8 || place.left >= stream.right - 8;
}

/** Rows of buyers show a name and something under or beside it; menus one word; orders a price or a number. */
function score(rows: readonly Element[], space: Space): number {
  const some = rows.slice(0, LOOKED_AT).map((row) => ({ row, leaves: leavesOf(row, space) }));
  const share = (test: (leaves: readonly Leaf[], row: Element) => boolean) =>
    some.filter(({ row, leaves }) => test(leaves, row)).length / some.length;
  const told = share((leaves) => leaves.filter(({ text }) => !isCount(text)).length >= 2);
  if (told < 0.6) return 0;
  const goods = share((leaves) =>
    leaves.some(({ text }) => PRICE.test(text) || (text.length < 60 && orderNumberIn(text) !== null)),
  );
  if (goods >= 0.4) return 0;
  const timed = share((leaves) => leaves.some(({ text }) => isTimeLike(text) || saysWaiting(text)));
  const lines = share((leaves) => linesOf(leaves) >= 2);
  const pressed = share(
    (_, row) =>
      row.ownerDocument.defaultView?.getComputedStyle(row).cursor === 'pointer' ||
      /option|row|tab/.test(row.getAttribute('role') ?? '') ||
      row.hasAttribute('aria-selected'),
  );
  const faces = share((_, row) => row.querySelector('img, [class*="avatar" i]') !== null);
  const short = share((leaves) => (leaves[0]?.text.length ?? 99) <= 40);
  const signs = timed * 2 + pressed + faces;
  if (signs < 0.9 || (lines < 0.5 && timed < 0.5)) return 0;
  return signs + lines + short + Math.min(rows.length, 12) / 12;
}

function linesOf(leaves: readonly Leaf[]): number {
  const [first] = leaves;
  return first && leaves.some(({ place }) => place.top >= first.place.bottom - 3) ? 2 : 1;
}

/** Lists in sections ("waiting", "answered"): the holders beside this one that look the same. */
function withSections(
  holder: Element,
  rows: readonly Element[],
  stream: Place,
  space: Space,
): readonly Element[] {
  const place = space.placeOf(holder);
  const parent = around(holder);
  const grand = parent && around(parent);
  const near = [
    ...(parent ? childrenOf(parent) : []),
    ...(grand ? childrenOf(grand).flatMap(childrenOf) : []),
  ];
  const found = near.filter((it) => {
    const { left, width } = space.placeOf(it);
    return it !== holder && Math.abs(left - place.left) < 12 && Math.abs(width - place.width) < 24;
  });
  const usual = rows[0]?.localName;
  const more = found.flatMap((it) =>
    childrenOf(it).length > 0 && !it.contains(holder)
      ? rowsLike(it, usual, rows[0] as Element, stream, space)
      : [],
  );
  const all = [...new Set([...rows, ...more])];
  return all.sort((a, b) => space.placeOf(a).top - space.placeOf(b).top);
}

function rowsLike(holder: Element, name: string | undefined, row: Element, stream: Place, space: Space) {
  if (!isColumn(space.placeOf(holder), stream, space)) return [];
  const { height } = space.placeOf(row);
  return childrenOf(holder).filter(
    (child) =>
      child.localName === name &&
      space.sees(child) &&
      Math.abs(space.placeOf(child).height - height) <= height * 0.35 &&
      leavesOf(child, space).length >= 2,
  );
}

/** Rows as read last time, by what stood in them. */
export type KeptRows = WeakMap<Element, { readonly html: string; readonly row: Row | null }>;

/** What the rows say. Names are all there is for keys: nothing here proves who somebody is. */
export function readRows(rows: readonly Element[], space: Space, kept: KeptRows): readonly Row[] {
  const open = openRow(rows, space);
  const shown = rows.slice(0, MOST_ROWS);
  if (open && !shown.includes(open)) shown[MOST_ROWS - 1] = open;
  return shown.flatMap((element) => {
    const html = element.outerHTML;
    const old = kept.get(element);
    const row = old?.html === html ? old.row : readRow(element, space);
    if (old?.row !== row || !old) kept.set(element, { html, row });
    return row ? [{ ...row, active: element === open }] : [];
  });
}

function readRow(element: Element, space: Space): Row | null {
  const leaves = leavesOf(element, space);
  const name = nameIn(leaves);
  if (!name) return null;
  const counts = leaves.filter(({ text, place }) => isCount(text) && place.width <= 48);
  const wait = leaves.find(({ text }) => saysWaiting(text));
  const unread = Number.parseInt(counts[0]?.text ?? '0', 10);
  const said = leaves.filter(
    (leaf) => leaf !== name && leaf !== wait && !counts.includes(leaf) && !isTimeLike(leaf.text),
  );
  return {
    element,
    key: fullName(name),
    keyStrength: 'name' as const,
    name: fullName(name),
    preview: said.at(-1)?.text ?? '',
    unread,
    active: false,
    waiting: wait !== undefined || unread > 0,
    waitSeconds: wait ? parseDuration(wait.text) : null,
  };
}

/** Rows kept for reuse may still be marked: of several, the one that can be seen in the list's window counts. */
function openRow(rows: readonly Element[], space: Space): Element | null {
  const frames = new Map<Element | null, Place | null>();
  const frameOf = (holder: Element | null) => {
    if (!frames.has(holder)) frames.set(holder, holder && windowOf(holder, space));
    return frames.get(holder);
  };
  const inView = rows.filter((row) => {
    const { top, bottom } = space.placeOf(row);
    const frame = frameOf(row.parentElement);
    return (
      bottom > Math.max(0, frame?.top ?? 0) && top < Math.min(space.height, frame?.bottom ?? space.height)
    );
  });
  return (
    activeRow(
      inView,
      OPEN.filter(({ oddOneOut }) => !oddOneOut),
    ) ?? activeRow(inView, OPEN)
  );
}

function windowOf(element: Element, space: Space): Place | null {
  for (let at: Element | null = element, up = 0; at && up < 6; at = around(at), up += 1) {
    if (/auto|scroll/.test(at.ownerDocument.defaultView?.getComputedStyle(at).overflowY ?? '')) {
      return space.placeOf(at);
    }
  }
  return null;
}

function nameIn(leaves: readonly Leaf[]): Leaf | undefined {
  const words = leaves.filter(({ text }) => !isTimeLike(text) && !isCount(text) && !saysWaiting(text));
  const names = words.filter((leaf) => !isInitial(leaf, words));
  return (names.length > 0 ? names : words).find(({ text }) => text.length <= 60 && !text.includes('\n'));
}

/** A name that was cut to fit often stands whole in the title. */
function fullName({ element, text }: Leaf): string {
  const title = element.getAttribute('title')?.trim() ?? '';
  const head = text.replace(/(…|\.{2,})$/, '');
  return title.length <= 80 && title.startsWith(head) && title.length > head.length ? title : text;
}
