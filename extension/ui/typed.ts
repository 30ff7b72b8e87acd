/**
 * What somebody types into a form over a stored record that another window may write meanwhile: only the fields
 * typed here, each with what stood in the book when typing began. All others are what the book says by now.
 */
export interface Typed<Fields> {
  readonly mine: Partial<Fields>;
  readonly before: Partial<Fields>;
}

export type Choice = 'mine' | 'stored' | 'before';

/** Nothing was typed yet. */
export function untyped<Fields>(): Typed<Fields> {
  return { mine: {}, before: {} };
}

/**
 * The fields as the form shows and saves them.
 *
 * @example fieldsOf({ name: 'Ann', note: 'tall' }, { mine: { note: 'small' }, before: { note: 'tall' } }) // => { name: 'Ann', note: 'small' }
 */
export function fieldsOf<Fields extends object>(stored: Fields, { mine }: Typed<Fields>): Fields {
  return { ...stored, ...mine };
}

/** Some fields are typed; those that say what they said already are left as they were. */
export function typing<Fields extends object>(
  typed: Typed<Fields>,
  stored: Fields,
  patch: Partial<Fields>,
): Typed<Fields> {
  const shown = fieldsOf(stored, typed);
  const names = (Object.keys(patch) as (keyof Fields)[]).filter((name) => patch[name] !== shown[name]);
  const fresh = names.filter((name) => !(name in typed.mine));
  return {
    mine: { ...typed.mine, ...only(patch, names) },
    before: { ...typed.before, ...only(stored, fresh) },
  };
}

/**
 * The fields written both here and, since typing began, in another window, each with other words.
 *
 * @example clashes({ note: 'tall' }, { mine: { note: 'small' }, before: { note: 'tall' } }) // => []
 * @example clashes({ note: 'huge' }, { mine: { note: 'small' }, before: { note: 'tall' } }) // => ['note']
 */
export function clashes<Fields extends object>(
  stored: Fields,
  { mine, before }: Typed<Fields>,
): readonly (keyof Fields)[] {
  return (Object.keys(mine) as (keyof Fields)[]).filter(
    (name) => !same(stored[name], before[name]) && !same(stored[name], mine[name]),
  );
}

/** One of the three wordings was chosen. */
export function settled<Fields extends object>(
  typed: Typed<Fields>,
  stored: Fields,
  name: keyof Fields,
  choice: Choice,
): Typed<Fields> {
  if (choice === 'stored') return { mine: without(typed.mine, name), before: without(typed.before, name) };
  const wording = choice === 'mine' ? typed.mine : typed.before;
  return {
    mine: { ...typed.mine, ...only(wording, [name]) },
    before: { ...typed.before, ...only(stored, [name]) },
  };
}

function only<Fields extends object>(
  from: Partial<Fields>,
  names: readonly (keyof Fields)[],
): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Fields>;
}

function without<Fields extends object>(from: Partial<Fields>, name: keyof Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(from).filter(([one]) => one !== name)) as Partial<Fields>;
}

function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (typeof value === 'string' ? value.trim() : JSON.stringify(value));
  return plain(a) === plain(b);
}
