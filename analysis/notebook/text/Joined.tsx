import type { ComponentChildren, VNode } from 'preact';

/** What never begins a line, and what never ends one. */
const CLOSING = /^[，。；、：！？）」』”’…,.;:!?)\]]+/;
const OPENING = /[（「『“‘([]+$/;

interface JoinedProps {
  /** Words and numbers in turn; words come first and last, and may be empty. */
  readonly parts: readonly (string | VNode)[];
}

/**
 * A sentence of words and numbers that can be pressed. To a browser a button is no word: left alone, it would begin a
 * line with the full stop that follows.
 */
export function Joined({ parts }: JoinedProps) {
  const words = parts.map((part) => (typeof part === 'string' ? split(part) : null));
  return (
    <>
      {parts.map((part, at): ComponentChildren => {
        const own = words[at];
        const [isFirst, isLast] = [at === 0, at === parts.length - 1];
        if (own) return `${isFirst ? own.closing : ''}${own.middle}${isLast ? own.opening : ''}`;
        const [before, after] = [words[at - 1]?.opening ?? '', words[at + 1]?.closing ?? ''];
        if (before === '' && after === '') return part;
        return (
          <span class="held" key={at}>
            {before}
            {part}
            {after}
          </span>
        );
      })}
    </>
  );
}

function split(text: string) {
  const [closing = ''] = CLOSING.exec(text) ?? [];
  const rest = text.slice(closing.length);
  const [opening = ''] = OPENING.exec(rest) ?? [];
  return { closing, middle: rest.slice(0, rest.length - opening.length), opening };
}
