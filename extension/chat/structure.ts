import { childrenOf } from './generic/space';

/** Attributes whose values are the page's own vocabulary, not what somebody wrote. */
const KEPT = [
  'id',
  'class',
  'role',
  'type',
  'contenteditable',
  'aria-selected',
  'aria-current',
  'data-testid',
  'data-test-id',
  'data-qa-id',
  'data-cy',
];
const MOST_LINES = 1500;
const MOST_DEEP = 60;
/** Alike children shown in full; the others are only counted. */
const SHOWN_ALIKE = 2;

/**
 * The page as a skeleton that may be given away: tags, roles and names of the page's own, how many of each; every
 * text is a dot, every digit a `#`, and rows that repeat lose their ids, because platforms put buyers into them.
 */
export function structureOf(root: Element): string {
  const lines: string[] = [];
  const walk = (element: Element, deep: number, repeats: boolean): void => {
    if (
      lines.length >= MOST_LINES ||
      deep > MOST_DEEP ||
      /^(?:script|style|svg|noscript)$/.test(element.localName)
    ) {
      return;
    }
    lines.push(`${'  '.repeat(deep)}${lineOf(element, repeats)}`);
    const counts = new Map<string, number>();
    const children = childrenOf(element);
    for (const child of children) counts.set(kindOf(child), (counts.get(kindOf(child)) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const child of children) {
      const kind = kindOf(child);
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      const alike = counts.get(kind) ?? 1;
      if (nth <= SHOWN_ALIKE) walk(child, deep + 1, repeats || alike > 1);
      else if (nth === alike)
        lines.push(`${'  '.repeat(deep + 1)}+ ${alike - SHOWN_ALIKE} ${child.localName}`);
    }
  };
  walk(root, 0, false);
  return lines.join('\n');
}

function lineOf(element: Element, repeats: boolean): string {
  const marks = KEPT.flatMap((name) => {
    const value = element.getAttribute(name);
    if (value === null || (name === 'id' && repeats)) return [];
    const words = value.split(/\s+/).map(redacted).filter(Boolean);
    return words.length > 0 ? [`${name}=${words.join(' ')}`] : [];
  });
  const other = element
    .getAttributeNames()
    .filter((name) => !KEPT.includes(name) && /^[a-z][a-z-]{0,40}$/.test(name))
    .map((name) => `${name}=…`);
  const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
    ? ' …'
    : '';
  const shadow = element.shadowRoot ? ' #shadow' : '';
  return `${element.localName}${[...marks, ...other].map((mark) => ` [${mark}]`).join('')}${shadow}${text}`;
}

/** A word of the page's own: plain letters, digits hidden. Anything longer or stranger is left out. */
function redacted(word: string): string {
  return /^[\w:@./-]{1,60}$/.test(word) ? word.replace(/\d+/g, '#') : '…';
}

function kindOf(element: Element): string {
  return `${element.localName}.${element.classList[0] ?? ''}`;
}
