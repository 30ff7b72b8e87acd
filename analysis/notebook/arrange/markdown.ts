/** A run of text: plain, or with one emphasis. Never markup of its own: what draws it makes text nodes. */
export interface Run {
  readonly text: string;
  readonly as: 'plain' | 'strong' | 'emphasis' | 'code';
}

/** A block of a note. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 4 | 5; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Run[])[] };

const EMPHASIS = /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`)/;
const LINK = /\[([^\]\n]+)\]\(([^)\s]+)\)/g;

/** Links become their words and the address in brackets: a note is read on paper too, and opens nothing. */
function runsOf(line: string): readonly Run[] {
  return line
    .replace(LINK, '$1 ($2)')
    .split(EMPHASIS)
    .filter((text) => text !== '')
    .map((text): Run => {
      if (text.length > 4 && text.startsWith('**') && text.endsWith('**'))
        return { text: text.slice(2, -2), as: 'strong' };
      if (text.length > 2 && text.startsWith('*') && text.endsWith('*'))
        return { text: text.slice(1, -1), as: 'emphasis' };
      if (text.length > 2 && text.startsWith('`') && text.endsWith('`'))
        return { text: text.slice(1, -1), as: 'code' };
      return { text, as: 'plain' };
    });
}

const STARTS: readonly (readonly [RegExp, 'heading' | 'list' | 'steps' | 'quote'])[] = [
  [/^(#{1,6})\s+/, 'heading'],
  [/^[-*+]\s+/, 'list'],
  [/^\d{1,3}[.)、]\s*/, 'steps'],
  [/^>\s?/, 'quote'],
];

/**
 * A note as blocks: headings, lists, numbered steps, quotes, paragraphs; bold, italic, code. Anything else is
 * text as it was typed, HTML too.
 *
 * @example blocksOf('# Plan').length // => 1
 * @example blocksOf('- a\n- b')[0]?.kind // => 'list'
 */
export function blocksOf(note: string): readonly Block[] {
  const blocks: Block[] = [];
  let open = null as { kind: 'paragraph' | 'quote' | 'list' | 'steps'; lines: string[] } | null;
  const shut = () => {
    if (open === null) return;
    const { kind, lines } = open;
    blocks.push(
      kind === 'list' || kind === 'steps'
        ? { kind, items: lines.map(runsOf) }
        : { kind, runs: runsOf(lines.join('\n')) },
    );
    open = null;
  };
  for (const raw of note.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    const start = STARTS.find(([pattern]) => pattern.test(line));
    if (line === '') shut();
    else if (start && start[1] === 'heading') {
      shut();
      const marks = /^#+/.exec(line)![0].length;
      blocks.push({ kind: 'heading', level: marks <= 2 ? 4 : 5, runs: runsOf(line.replace(start[0], '')) });
    } else {
      const kind = start && start[1] !== 'heading' ? start[1] : 'paragraph';
      const text = start ? line.replace(start[0], '') : line;
      if (open?.kind !== kind) {
        shut();
        open = { kind, lines: [] };
      }
      open!.lines.push(text);
    }
  }
  shut();
  return blocks;
}
