import { cleanText } from '@shared/text/normalize';

export const MOST_CHARACTERS = 400;
const BLOCKS = new Set([
  'DIV',
  'P',
  'LI',
  'BR',
  'PRE',
  'SECTION',
  'ARTICLE',
  'UL',
  'OL',
  'TR',
  'H1',
  'H2',
  'H3',
]);
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG']);

/**
 * The text of a place in the page, at most 400 characters, lines kept. Stops reading as soon as it has enough:
 * a message of ten megabytes costs no more than a short one. Pictures give their short alternative text, which
 * is how chats write emoji.
 */
export function textOf(node: Node, most = MOST_CHARACTERS): string {
  const parts: string[] = [];
  let length = 0;
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const walk = (at: Node): void => {
    if (length > most * 2) return;
    if (at.nodeType === 3) {
      const piece = at as CharacterData;
      add(piece.substringData(0, most * 2).replace(/\s+/g, ' '));
      return;
    }
    const name = at.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    if (name === 'IMG') add(((at as Element).getAttribute('alt') ?? '').slice(0, 8));
    const block = BLOCKS.has(name);
    if (block) add('\n');
    for (let child = at.firstChild; child && length <= most * 2; child = child.nextSibling) walk(child);
    if (block) add('\n');
  };
  walk(node);
  return tidy(parts.join(''), most);
}

/** Page text made safe to carry: one Unicode form, no hidden characters, not too long. */
export function tidy(text: string, most = MOST_CHARACTERS): string {
  const clean = cleanText(text.slice(0, most * 3)).replace(/ ?\n[\s]*/g, '\n');
  const cut = clean.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
