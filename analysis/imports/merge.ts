import type { Units } from './units';

/** Which units of which files stay when files overlap. */
export interface Merged {
  readonly files: readonly Units[];
  /** For each file, 1 where the unit stays. */
  readonly kept: readonly Uint8Array[];
  readonly duplicatesDropped: number;
}

/** Where a unit is: file and position in one number, so that a map of a million keys holds no objects. */
const FILE = 2 ** 32;

/**
 * Joins overlapping files: the same order (or sub-order) of a platform counts once, as the newer file has it;
 * between two kinds of export the one that knows orders best is believed. Lists without order numbers: of
 * equal rows, the larger count of any one file stays, so real repeats are not lost.
 */
export function mergeUnits(files: readonly Units[]): Merged {
  const kept = files.map((file) => new Uint8Array(file.numbers.length).fill(1));
  let duplicatesDropped = 0;
  const drop = (file: number, unit: number, count: boolean) => {
    kept[file]![unit] = 0;
    if (count && files[file]!.skip[unit] === '') duplicatesDropped++;
  };
  if (files.length > 1) {
    upsert(files, drop);
    believe(files, kept, drop);
    countEqualRows(files, drop);
  }
  return { files, kept, duplicatesDropped };
}

type Drop = (file: number, unit: number, count: boolean) => void;

function isNumbered(units: Units): boolean {
  return units.print.length === 0 && units.numbers.some((number) => number !== '');
}

function keyOf(units: Units, unit: number): string {
  return `${units.format.platform}\n${units.format.name}\n${units.numbers[unit]}\n${units.lineIds[unit]}`;
}

function upsert(files: readonly Units[], drop: Drop): void {
  const winners = new Map<string, number>();
  for (const [file, units] of files.entries()) {
    if (!isNumbered(units)) continue;
    for (let unit = 0; unit < units.numbers.length; unit++) {
      const key = keyOf(units, unit);
      const known = winners.get(key);
      if (known === undefined) {
        winners.set(key, file * FILE + unit);
        continue;
      }
      const [otherFile, otherUnit] = [Math.floor(known / FILE), known % FILE];
      // Lines of a sub-order export without line numbers share a key within one file; they are not versions.
      if (otherFile === file) continue;
      if (isNewer(units, unit, files[otherFile]!, otherUnit)) {
        drop(otherFile, otherUnit, true);
        winners.set(key, file * FILE + unit);
      } else drop(file, unit, true);
    }
  }
}

/** The later data wins; of equally late data the state that has come further; else the file given last. */
function isNewer(units: Units, unit: number, other: Units, otherUnit: number): boolean {
  if (units.newest !== other.newest) return units.newest > other.newest;
  return units.status[unit]! >= other.status[otherUnit]!;
}

/** Of two kinds of export that tell of one order, keeps the one with the higher authority. */
function believe(files: readonly Units[], kept: readonly Uint8Array[], drop: Drop): void {
  const kinds = new Map<string, Set<number>>();
  for (const { format } of files) {
    const levels = kinds.get(format.platform) ?? new Set();
    kinds.set(format.platform, levels.add(format.authority));
  }
  const mixed = files.map((units) => (kinds.get(units.format.platform)?.size ?? 0) > 1 && isNumbered(units));
  const highest = new Map<string, number>();
  const each = (visit: (key: string, file: number, unit: number) => void) => {
    for (const [file, units] of files.entries()) {
      if (!mixed[file]) continue;
      for (let unit = 0; unit < units.numbers.length; unit++)
        if (kept[file]![unit] === 1) visit(`${units.format.platform}\n${units.numbers[unit]}`, file, unit);
    }
  };
  each((key, file) => highest.set(key, Math.max(highest.get(key) ?? 0, files[file]!.format.authority)));
  each((key, file, unit) => {
    const { authority } = files[file]!.format;
    // A list of items beside its order is another view of it; a second whole order is a copy, and counted.
    if (authority < highest.get(key)!) drop(file, unit, authority > 1);
  });
}

function countEqualRows(files: readonly Units[], drop: Drop): void {
  const lists = files.map((units, file) => ({ units, file })).filter(({ units }) => units.print.length > 0);
  if (lists.length < 2) return;
  const most = new Map<string, { file: number; count: number }>();
  for (const { units, file } of lists) {
    const counts = new Map<string, number>();
    for (const print of units.print) counts.set(print, (counts.get(print) ?? 0) + 1);
    for (const [print, count] of counts) {
      const best = most.get(print);
      if (!best || count > best.count) most.set(print, { file, count });
    }
  }
  for (const { units, file } of lists) {
    for (const [unit, print] of units.print.entries())
      if (most.get(print)!.file !== file) drop(file, unit, true);
  }
}
