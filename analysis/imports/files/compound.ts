/** Sector numbers from here on are marks: end of a chain, free, table. */
const LAST_SECTOR = 0xfffffffa;

/**
 * One named stream of a compound file (the container of old office files and of locked new ones); null when it is
 * not there or the file is damaged. Chains are followed for no more sectors than the file has: a loop ends.
 */
export function compoundStream(bytes: Uint8Array, name: string): Uint8Array | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => (at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : 0xffffffff);
  const size = 2 ** Math.min(view.getUint16(30, true), 16);
  const smallSize = 2 ** Math.min(view.getUint16(32, true), size);
  const most = Math.ceil(bytes.length / size) + 1;
  const offset = (sector: number) => (sector + 1) * size;

  const fatSectors: number[] = [];
  for (let at = 76; at < 512; at += 4) if (u32(at) < LAST_SECTOR) fatSectors.push(u32(at));
  let more = u32(68);
  for (let round = 0; more < LAST_SECTOR && round < most; round++) {
    for (let at = 0; at < size - 4; at += 4) {
      const sector = u32(offset(more) + at);
      if (sector < LAST_SECTOR) fatSectors.push(sector);
    }
    more = u32(offset(more) + size - 4);
  }
  const next = (sector: number) => {
    const table = fatSectors[Math.floor((sector * 4) / size)];
    return table === undefined ? 0xffffffff : u32(offset(table) + ((sector * 4) % size));
  };
  const chain = (first: number): Uint8Array | null => {
    const found: number[] = [];
    for (let sector = first; sector < LAST_SECTOR; sector = next(sector)) {
      if (found.length > most || offset(sector) >= bytes.length) return null;
      found.push(sector);
    }
    const whole = new Uint8Array(found.length * size);
    for (const [index, sector] of found.entries())
      whole.set(bytes.subarray(offset(sector), offset(sector) + size), index * size);
    return whole;
  };

  const folder = chain(u32(48));
  if (folder === null) return null;
  const entries = entriesOf(folder);
  const entry = entries.find((one) => one.name === name);
  const root = entries[0];
  if (!entry || !root || entry.length > bytes.length) return null;
  if (entry.length >= u32(56)) return chain(entry.start)?.subarray(0, entry.length) ?? null;
  // Short streams lie together in the root's stream, in small sectors with a table of their own.
  const small = chain(root.start);
  const table = chain(u32(60));
  if (small === null || table === null) return null;
  const tableView = new DataView(table.buffer);
  const whole = new Uint8Array(Math.ceil(entry.length / smallSize) * smallSize);
  let sector = entry.start;
  for (let at = 0; at < entry.length; at += smallSize) {
    if (sector * smallSize >= small.length || sector * 4 + 4 > table.length) return null;
    whole.set(small.subarray(sector * smallSize, (sector + 1) * smallSize), at);
    sector = tableView.getUint32(sector * 4, true);
  }
  return whole.subarray(0, entry.length);
}

function entriesOf(folder: Uint8Array) {
  const view = new DataView(folder.buffer);
  const text = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(folder.length / 128) }, (_, index) => {
    const at = index * 128;
    const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: text.decode(folder.subarray(at, at + nameLength)),
      start: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    };
  });
}
