import type { WordKey } from '@shared/i18n';
import type { Params, Place } from '@shared/i18n/translate';
import { useContext } from 'preact/hooks';
import type { Behind } from '../../findings/rows/behind';
import { RowsNumber } from '../page/RowsNumber';
import { IdPrefix } from './id-prefix';
import { Numbered } from './Numbered';
import type { Writer } from './writer';

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
  const places: Place[] = [];
  const text = writer.t(k, params, (place) => {
    if (isNumber(params[place.name]) && isLink(place.name)) places.push(place);
  });
  return (
    <Numbered
      text={text}
      spots={places}
      draw={({ name, at }, written) => <SaidNumber of={rows[name]} href={href} text={written} key={at} />}
    />
  );
}

/** A number that is written; a word among the numbers leads nowhere. */
const isNumber = (value: Params[string] | undefined) => typeof value === 'string' && /\d/.test(value);

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
