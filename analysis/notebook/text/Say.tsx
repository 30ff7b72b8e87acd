import type { WordKey } from '@shared/i18n';
import type { Params } from '@shared/i18n/translate';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Behind } from '../../findings/rows/behind';
import { RowsNumber } from '../page/RowsNumber';
import { IdPrefix } from './id-prefix';
import type { Writer } from './writer';

// Spaces that no dictionary and no number format uses; being spaces, they leave the choice of singular and
// plural alone.
const OPEN = '\u2005';
const SHUT = '\u2006';
const PARTS = new RegExp(`${OPEN}([^${SHUT}]*)${SHUT}`);
/** One for each number a sentence may have. */
const MARKS = '\u2000\u2001\u2002\u2003\u2004\u2007\u2008';

interface SayProps {
  readonly writer: Writer;
  readonly k: WordKey;
  /** Numbers already written; they become links when `to` names a table. */
  readonly params?: Params;
  /** Id of the table that holds the numbers, or of the words that say what they are. */
  readonly to?: string;
  /** Which parameters are numbers, where some are not; without it all lead on. */
  readonly numbers?: readonly string[];
  /** The rows that a number counts, by the name of its parameter. */
  readonly rows?: Readonly<Partial<Record<string, Behind>>>;
}

/** A sentence whose numbers lead to their rows: each opens its own, or else goes to the table that holds it. */
export function Say({ writer, k, params = {}, to, rows = {}, numbers }: SayProps) {
  const prefix = useContext(IdPrefix);
  const href = to === undefined ? undefined : `#${prefix}${to}`;
  const isLink = (name: string) =>
    (to !== undefined || rows[name] !== undefined) && (numbers?.includes(name) ?? true);
  const names = Object.keys(params).filter((name) => typeof params[name] === 'string' && isLink(name));
  if (names.length === 0) return <>{writer.t(k, params)}</>;
  // Before the number stands which of them it is, for sentences order them as their language does.
  const marked = Object.fromEntries(
    names.map((name, index) => [name, `${OPEN}${MARKS[index]}${params[name]}${SHUT}`]),
  );
  const parts = writer.t(k, { ...params, ...marked }).split(PARTS);
  return (
    <>
      {parts.map(
        (part, index): ComponentChildren =>
          index % 2 === 0 ? (
            part
          ) : (
            <SaidNumber
              of={rows[names[MARKS.indexOf(part[0]!)] ?? '']}
              href={href}
              text={part.slice(1)}
              key={`${index}-${part}`}
            />
          ),
      )}
    </>
  );
}

interface SaidNumberProps {
  readonly of: Behind | undefined;
  readonly href: string | undefined;
  readonly text: string;
}

function SaidNumber({ of, href, text }: SaidNumberProps) {
  const way = href === undefined ? {} : { href };
  if (of !== undefined) {
    return (
      <RowsNumber of={of} {...way}>
        {text}
      </RowsNumber>
    );
  }
  return (
    <a class="number" {...way}>
      {text}
    </a>
  );
}
