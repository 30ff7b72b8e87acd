/** Some texts of every order: those of order i are `texts[at[start[i]]]` up to `texts[at[start[i + 1] − 1]]`. */
export interface TextLists {
  readonly texts: readonly string[];
  /** One more than there are orders. */
  readonly start: Uint32Array;
  readonly at: Int32Array;
}

/** Texts told of orders one by one, in any order and as often as they were read. */
export interface ToldTexts {
  readonly texts: readonly string[];
  readonly count: number;
  /** Position of the order; negative where it counts for none. */
  readonly order: Int32Array;
  readonly text: Int32Array;
}

/** Lists up to this length are sorted in place by hand: calling the engine's sort takes longer than sorting. */
const SHORT = 40;

function sortPart(column: Int32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    column.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const value = column[i]!;
    let k = i - 1;
    for (; k >= from && column[k]! > value; k -= 1) column[k + 1] = column[k]!;
    column[k + 1] = value;
  }
}

/**
 * Sorts what was told by order and within it by text, each once: the same whatever was read first.
 *
 * @param orders how many there are
 * @example textLists(1, { texts: ['tea', 'cup'], count: 2, order: Int32Array.of(0, 0), text: Int32Array.of(0, 1) }).texts // => ['cup', 'tea']
 */
export function textLists(orders: number, told: ToldTexts): TextLists {
  const { texts, count, order, text } = told;
  const sorted = [...texts.keys()].sort((a, b) =>
    texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0,
  );
  const rank = new Int32Array(texts.length);
  for (const [place, one] of sorted.entries()) rank[one] = place;
  const begin = new Uint32Array(orders + 1);
  for (let i = 0; i < count; i += 1) if (order[i]! >= 0) begin[order[i]! + 1]! += 1;
  for (let i = 0; i < orders; i += 1) begin[i + 1]! += begin[i]!;
  const free = begin.slice(0, orders);
  const all = new Int32Array(begin[orders]!);
  for (let i = 0; i < count; i += 1) {
    const owner = order[i]!;
    if (owner < 0) continue;
    all[free[owner]!] = rank[text[i]!]!;
    free[owner]! += 1;
  }
  const start = new Uint32Array(orders + 1);
  let kept = 0;
  for (let i = 0; i < orders; i += 1) {
    const [from, to] = [begin[i]!, begin[i + 1]!];
    sortPart(all, from, to);
    for (let k = from; k < to; k += 1) {
      if (k > from && all[k] === all[kept - 1]) continue;
      all[kept] = all[k]!;
      kept += 1;
    }
    start[i + 1] = kept;
  }
  return { texts: sorted.map((one) => texts[one]!), start, at: all.slice(0, kept) };
}

/** The lists of some orders, by position. */
export function pickLists({ texts, start, at }: TextLists, kept: ArrayLike<number>): TextLists {
  const begin = new Uint32Array(kept.length + 1);
  for (let i = 0; i < kept.length; i += 1) begin[i + 1] = begin[i]! + start[kept[i]! + 1]! - start[kept[i]!]!;
  const own = new Int32Array(begin[kept.length]!);
  for (let i = 0; i < kept.length; i += 1)
    own.set(at.subarray(start[kept[i]!]!, start[kept[i]! + 1]!), begin[i]!);
  return { texts, start: begin, at: own };
}
