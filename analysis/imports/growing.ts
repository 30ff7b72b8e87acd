type Column = Float64Array | Int32Array | Uint8Array;

/**
 * A column with room for one more value. Lists of numbers that grow by themselves are copied some thirty times on
 * the way to a million and are walked by the garbage collector; a typed column doubles.
 *
 * @example withRoom(new Int32Array(300), 300).length // => 600
 */
export function withRoom<Kind extends Column>(column: Kind, at: number): Kind {
  if (at < column.length) return column;
  const wider = new (column.constructor as new (length: number) => Kind)(Math.max(256, column.length * 2));
  wider.set(column as never);
  return wider;
}
