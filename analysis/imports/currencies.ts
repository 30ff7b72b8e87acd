/**
 * The one currency of several files, and which of them are in another. Files that name none go with all.
 *
 * @example currencyClash([new Set(['CNY']), new Set()], null) // => { currency: 'CNY', clashes: new Set() }
 */
export function currencyClash(
  files: readonly ReadonlySet<string>[],
  wanted: string | null,
): { readonly currency: string | null; readonly clashes: ReadonlySet<number> } {
  let currency = wanted;
  const clashes = new Set<number>();
  for (const [index, found] of files.entries()) {
    const [first] = found;
    if (first === undefined) continue;
    currency ??= first;
    if (!found.has(currency)) clashes.add(index);
  }
  return { currency, clashes };
}
