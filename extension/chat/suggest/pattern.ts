/**
 * A pattern written as its alternatives, a few to the line: rules grow by alternatives, and are read by them.
 *
 * @param parts Each one alternative, or several joined by bars.
 */
export function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join('|'));
}
