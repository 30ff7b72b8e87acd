/**
 * How deep brackets are nested in a JSON text, without parsing it: a file of a million brackets is turned
 * away before anything that recurses sees it.
 *
 * @example jsonDepth('{"a":[1,"]["]}') // => 2
 */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}

/** Names that would reach into every object of the program if they were ever copied. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The first forbidden field name in a parsed value, with where it stands, or `null`. */
export function forbiddenField(value: unknown): { readonly field: string; readonly place: string } | null {
  const open: { readonly value: unknown; readonly place: string }[] = [{ value, place: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const field of Object.keys(next.value)) {
      const place = next.place === '' ? field : `${next.place}.${field}`;
      if (!Array.isArray(next.value) && FORBIDDEN.has(field)) return { field, place: next.place || '.' };
      const inner: unknown = (next.value as Readonly<Record<string, unknown>>)[field];
      if (typeof inner === 'object' && inner !== null) open.push({ value: inner, place });
    }
  }
  return null;
}
