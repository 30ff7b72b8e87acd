/** Where groups that were counted out once are kept for the next who asks: a letter asks for hundreds of sets. */
export type Keep = <Value>(name: string, make: () => Value) => Value;

/** Nothing is kept: one number was pressed, and the data are large. */
export const keepNothing: Keep = (_, make) => make();

/** Keeps everything until the letter is written. */
export function keepAll(): Keep {
  const kept = new Map<string, unknown>();
  return <Value>(name: string, make: () => Value) => {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as Value;
  };
}

/** Adds to a group by name. */
export function addTo<Name, Item>(groups: Map<Name, Item[]>, name: Name, item: Item): void {
  const group = groups.get(name);
  if (group) group.push(item);
  else groups.set(name, [item]);
}
