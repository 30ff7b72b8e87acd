import type { SummaryFrame } from '../frame/orders';
import { canonicalHeader } from './cell';
import type { Header } from './detect';
import type { Row } from './files/table';
import type { Tally } from './tally';

/** Reads a ready customer summary. The id is the first column that is none of its numbers, else the row's place. */
export function createSummaryRows(header: Header, tally: Tally) {
  const at = (name: string) => header.names.indexOf(canonicalHeader(name));
  const place = { x: at('frequency'), tx: at('recency'), T: at('T'), spend: at('monetary_value') };
  const id = header.names.findIndex((_, index) => !Object.values(place).includes(index));
  const columns = { x: [] as number[], tx: [] as number[], T: [] as number[], spend: [] as number[] };
  const buyers: string[] = [];
  function add(row: Row) {
    if (row.cells.every((cell) => cell.trim() === '')) return;
    tally.row();
    const values = { x: 0, tx: 0, T: 0, spend: Number.NaN };
    for (const field of ['x', 'tx', 'T', 'spend'] as const) {
      if (place[field] < 0) continue;
      const text = (row.cells[place[field]] ?? '').trim();
      // A mean of nothing is written as an empty cell, `nan` or 0 by the usual programs.
      if (field === 'spend' && /^(?:nan|na|none|null)?$/i.test(text)) continue;
      const value = text === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(value) || value < 0 || (field === 'x' && !Number.isInteger(value)))
        return tally.refuse(row.line, header.names[place[field]] ?? '', text, 'bad-number');
      values[field] = value;
    }
    if (values.tx > values.T || (values.x === 0 && values.tx > 0))
      return tally.refuse(row.line, header.names[place.tx] ?? '', String(values.tx), 'bad-number');
    for (const field of ['x', 'tx', 'T', 'spend'] as const) columns[field].push(values[field]);
    buyers.push((id < 0 ? '' : (row.cells[id] ?? '').trim()) || `#${row.line}`);
  }
  const frame = (): SummaryFrame => ({
    count: buyers.length,
    x: Float64Array.from(columns.x),
    tx: Float64Array.from(columns.tx),
    T: Float64Array.from(columns.T),
    spend: Float64Array.from(columns.spend),
    buyer: buyers,
  });
  return { add, frame };
}

/** Joins summaries of several files; a buyer told twice counts as the last file says. */
export function joinSummaries(frames: readonly SummaryFrame[]): SummaryFrame | null {
  if (frames.length < 2) return frames[0] ?? null;
  const rows = new Map<string, readonly [number, number, number, number]>();
  for (const [file, frame] of frames.entries()) {
    for (const [index, buyer] of frame.buyer.entries()) {
      // Without ids, places in different files are different buyers.
      const key = buyer.startsWith('#') ? `${buyer} (${file + 1})` : buyer;
      rows.set(key, [frame.x[index]!, frame.tx[index]!, frame.T[index]!, frame.spend[index]!]);
    }
  }
  const all = [...rows.values()];
  return {
    count: all.length,
    x: Float64Array.from(all, (row) => row[0]),
    tx: Float64Array.from(all, (row) => row[1]),
    T: Float64Array.from(all, (row) => row[2]),
    spend: Float64Array.from(all, (row) => row[3]),
    buyer: [...rows.keys()],
  };
}
