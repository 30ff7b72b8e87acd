import type { Active, ListShape, MessagesShape, Reader } from '../adapter';
import { namesAgree } from '../engine/names';
import { isCount, isTimeLike, saysWaiting } from '../generic/leaves';
import { all, isShown } from '../read/query';
import { itemSelectors, leavesIn, lineOf, type Pair, pairOf, partSelectors } from './pair';
import { selectorsFor } from './selectors';
import { sidesFor } from './sides';
import { classesOf, simpleOf } from './simple';
import { isOwnWord, isState, type Said, saidIn } from './vocabulary';

/** What was pointed at, as the parts of an adapter; a part that was left out is absent. */
export interface Taught {
  readonly name?: readonly Reader[];
  readonly list?: ListShape;
  readonly messages?: MessagesShape;
  readonly box?: readonly string[];
}

/** How pages mark the open row, besides what the open row itself shows. */
const OPEN: readonly Active[] = [
  { aria: 'selected' },
  { aria: 'current' },
  { descAria: 'selected' },
  { descAria: 'current' },
  { 'class~': 'active' },
  { 'class~': 'selected' },
  { 'class~': 'current' },
];
/** Attributes in which pages keep whose row it is; a place in the list or the last message's number is none. */
const ROW_KEY =
  /^data-(?:(?:user|buyer|customer|member|contact|guest|peer|conversation|conv|session|chat)-?(?:id|key)|uid|pin|openid|cid)$/;
const MESSAGE_KEY = /^data-(?:(?:msg|message)-?)?(?:id|key)$|^data-mid$/;

/** The buyer's name over the messages. */
export function describeName(name: Element): readonly Reader[] {
  return selectorsFor(name, saidIn([name])).map((css): Reader => ({ css, take: 'text' }));
}

/** The box answers are written in. */
export function describeBox(box: Element, said: Said): readonly string[] {
  return selectorsFor(box, said);
}

/**
 * The list two pointed rows stand in; null when they do not stand in one.
 *
 * @param open the name over the messages, as far as it is known: it tells which row is the open one
 */
export function describeList(a: Element, b: Element, open: string): ListShape | null {
  const pair = pairOf(a, b);
  if (!pair) return null;
  const pointed = saidIn([a, b]);
  const rough = itemsOf(itemSelectors(pair, pointed), pair);
  // Every name in the list is kept out of the selectors, not only the two that were pointed at.
  const said = new Set([...pointed, ...saidIn(rough)]);
  const item = itemSelectors(pair, said);
  const rows = itemsOf(item, pair);
  const css = partSelectors([pair.first, nameIn(pair.first, a)], [pair.second, nameIn(pair.second, b)], said);
  const name: readonly Reader[] = [
    ...css.map((it): Reader => ({ css: it, take: 'text' })),
    { take: 'text', ops: [['firstLine']] },
  ];
  const unread = partIn(rows, (text) => isCount(text), said);
  const wait = partIn(rows, saysWaiting, said);
  const key = keyOf(rows, ROW_KEY);
  return {
    item,
    active: openMarks(rows, open, said),
    name,
    ...(key ? { key: [{ take: 'attr', attr: key, strength: 'row' } as const] } : {}),
    ...(unread ? { unread: [{ css: unread, take: 'int' } as const] } : {}),
    ...(wait ? { wait: [{ css: wait, take: 'duration' } as const] } : {}),
  };
}

/** The messages of which one of each side was pointed at; null when they do not stand together. */
export function describeMessages(theirs: Element, mine: Element): MessagesShape | null {
  const pair = pairOf(theirs, mine);
  if (!pair) return null;
  const pointed = saidIn([theirs, mine]);
  const rough = itemsOf(itemSelectors(pair, pointed), pair);
  const said = new Set([...pointed, ...saidIn(rough)]);
  const item = itemSelectors(pair, said);
  const items = itemsOf(item, pair);
  const text = partSelectors([pair.first, theirs], [pair.second, mine], said);
  const time = partIn(items, isTimeLike, said);
  const id = keyOf(items, MESSAGE_KEY);
  return {
    item,
    text: [...text.map((css): Reader => ({ css, take: 'text' })), { take: 'text' }],
    ...(id ? { id: [{ take: 'attr', attr: id } as const] } : {}),
    ...(time ? { time: [{ css: time, take: 'datetime' } as const], carryTime: true } : {}),
    side: sidesFor(items, { buyer: pair.first, seller: pair.second }, pair.holder, said),
  };
}

function itemsOf(item: readonly string[], { holder, first, second }: Pair): readonly Element[] {
  const found = item[0] === undefined ? [] : all(holder.ownerDocument, item[0]).filter(isShown);
  return found.length > 0 ? found : [first, second];
}

/** The pointed place where it holds a name; else the first short line of the row that is neither time nor number. */
function nameIn(row: Element, pointed: Element): Element {
  const leaves = leavesIn(row);
  if (leaves.includes(pointed)) return pointed;
  const inner = leaves.filter((leaf) => pointed.contains(leaf));
  const [only] = inner;
  if (only && inner.length === 1) return only;
  const isName = (leaf: Element) => {
    const text = lineOf(leaf);
    return (
      text.length <= 40 && [...text].length > 1 && !isTimeLike(text) && !isCount(text) && !saysWaiting(text)
    );
  };
  return leaves.find(isName) ?? pointed;
}

/** A part that some rows have, by a class: a badge, a time, a waiting mark. */
function partIn(rows: readonly Element[], test: (text: string) => boolean, said: Said): string | null {
  for (const row of rows) {
    for (const leaf of leavesIn(row)) {
      if (leaf === row || !test(lineOf(leaf))) continue;
      const { stable } = simpleOf(leaf, said, true);
      const css = [...stable, ...classesOf(leaf, said)].find((one) =>
        rows.every((other) => all(other, one).every((it) => test(lineOf(it)) || lineOf(it) === '')),
      );
      if (css) return css;
    }
  }
  return null;
}

/** An attribute whose name says that it is a key, and whose value is another in every row. */
function keyOf(rows: readonly Element[], names: RegExp): string | null {
  const [first] = rows;
  const found = first?.getAttributeNames().find((name) => {
    if (!names.test(name)) return false;
    const values = rows.map((row) => row.getAttribute(name) ?? '');
    return (
      rows.length > 1 && new Set(values).size === rows.length && values.every((value) => value.length >= 4)
    );
  });
  return found ?? null;
}

/** How the open row shows: what only that row bears where the name over the messages tells which one it is, and the usual. */
function openMarks(rows: readonly Element[], name: string, said: Said): readonly Active[] {
  const open = rows.filter((row) => leavesIn(row).some((leaf) => namesAgree(lineOf(leaf), name)));
  const [row] = open;
  const own =
    name !== '' && row && open.length === 1
      ? [...row.classList].filter((token) =>
          rows.every((other) => other === row || !other.classList.contains(token)),
        )
      : [];
  const states = own.filter(isState);
  const words = own.filter((token) => !isState(token) && isOwnWord(token, said));
  const as = (token: string): Active => ({ class: token });
  // A word that means no state may mark this buyer and not the open row: only where nothing plainer is there.
  const last: Active = { oddOneOut: 'background' };
  return [...states.map(as), ...OPEN, ...words.map(as), last].slice(0, 30);
}
