import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Meanwhile } from './Meanwhile';
import { type AnyKey, useMore } from './more';
import { type Choice, clashes, fieldsOf, settled, type Typed, typing, untyped } from './typed';

/** A form over a stored record. */
export interface Edited<Fields> {
  readonly fields: Fields;
  readonly set: (patch: Partial<Fields>) => void;
  /** Why it can't be saved before a choice is made, or null; asking shows the choice. */
  readonly unsettled: () => AnyKey | null;
  /** The choice, once it was asked for. */
  readonly choices: ComponentChildren;
  /** It was saved and stays open: from here on everything is as the book says. */
  readonly saved: () => void;
}

/**
 * The fields of a form over a stored record. What another window writes meanwhile shows in the fields nobody has
 * touched here; where both have written, the owner sees both wordings and the one before, and chooses.
 *
 * @param stored the record as the book has it by now, as it would be typed
 * @param shown a stored value in words, where it is a code
 */
export function useEdited<Fields extends object>(
  stored: Fields,
  labels: Readonly<Record<keyof Fields, AnyKey>>,
  shown: (name: keyof Fields, value: Fields[keyof Fields]) => string = (_, value) => String(value),
): Edited<Fields> {
  const { t } = useMore();
  const [typed, setTyped] = useState<Typed<Fields>>(untyped);
  const [asked, setAsked] = useState(false);
  const open = clashes(stored, typed);
  const name = open[0];
  const choose = (choice: Choice) => {
    setTyped(settled(typed, stored, name!, choice));
    if (open.length === 1) setAsked(false);
  };
  const words = (value: Fields[keyof Fields] | undefined) =>
    value === undefined || value === '' ? '' : shown(name!, value);
  return {
    fields: fieldsOf(stored, typed),
    set: (patch) => setTyped((now) => typing(now, stored, patch)),
    unsettled: () => {
      setAsked(open.length > 0);
      return open.length > 0 ? 'backups.meanwhile.choose' : null;
    },
    saved: () => setTyped(untyped()),
    choices: asked && name !== undefined && (
      <Meanwhile
        key={String(name)}
        label={t(labels[name])}
        mine={words(typed.mine[name])}
        stored={words(stored[name])}
        before={words(typed.before[name])}
        onChoose={choose}
      />
    ),
  };
}
