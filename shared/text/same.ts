/**
 * Whether two values of JSON say the same, whatever the order of their fields.
 *
 * @example sameValue({ a: 1, b: [2] }, { b: [2], a: 1 }) // => true
 * @example sameValue({ a: 1 }, { a: 1, b: null }) // => false
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.keys(a), Object.keys(b)];
  if (left.length !== right.length) return false;
  return left.every((key) => sameValue(Reflect.get(a, key), Reflect.get(b, key)));
}
