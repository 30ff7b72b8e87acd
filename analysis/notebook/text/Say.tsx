import type { WordKey } from '@shared/i18n';
import type { Params } from '@shared/i18n/translate';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { IdPrefix } from './id-prefix';
import type { Writer } from './writer';

// Spaces that no dictionary and no number format uses; being spaces, they leave the choice of singular and
// plural alone.
const OPEN = '\u2005';
const SHUT = '\u2006';

interface SayProps {
  readonly writer: Writer;
  readonly k: WordKey;
  /** Numbers already written; they become links when `to` names a table. */
  readonly params?: Params;
  /** Id of the table that holds the numbers. */
  readonly to?: string;
}

/** A sentence whose numbers lead to their rows. */
export function Say({ writer, k, params = {}, to }: SayProps) {
  const prefix = useContext(IdPrefix);
  if (to === undefined) return <>{writer.t(k, params)}</>;
  const marked = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${OPEN}${value}${SHUT}` : value,
    ]),
  );
  const parts = writer.t(k, marked).split(new RegExp(`${OPEN}([^${SHUT}]*)${SHUT}`));
  return (
    <>
      {parts.map(
        (part, index): ComponentChildren =>
          index % 2 === 0 ? (
            part
          ) : (
            <a class="number" href={`#${prefix}${to}`} key={`${index}-${part}`}>
              {part}
            </a>
          ),
      )}
    </>
  );
}
