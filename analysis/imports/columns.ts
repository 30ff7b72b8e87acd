import { canonicalHeader } from './cell';
import type { Header } from './detect';
import type { Column } from './formats/format';

/** Position of a column in a header, −1 where it is missing. `#3` is the third, where no header is called so. */
export function columnIndex(header: Header, column: Column | undefined): number {
  if (column === undefined) return -1;
  for (const name of typeof column === 'string' ? [column] : column) {
    const index = header.names.indexOf(canonicalHeader(name));
    if (index >= 0) return index;
    if (/^#\d{1,4}$/.test(name) && Number(name.slice(1)) <= header.names.length)
      return Number(name.slice(1)) - 1;
  }
  return -1;
}

/** True when a column that is read stands twice in the header: the first is taken, and the reader is told. */
export function isTwice(header: Header, column: Column | undefined): boolean {
  const index = columnIndex(header, column);
  return index >= 0 && header.names.indexOf(header.names[index]!, index + 1) >= 0;
}

/** What platforms write below the data: totals, record counts, periods. */
const FOOTER =
  /^(?:总计|合计|小计|總計|合計|小計|(?:grand )?totals?|sum)[:：]?$|^seller id ?:|^reporting period |record\(s\) downloaded/i;

/** True for a line below the data. Only looked at where a row is not whole, or its first cell is a word. */
export function isFooter(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    FOOTER.test((filled[0] ?? '').trim()) ||
    (filled.length <= 3 && filled.some((cell) => FOOTER.test(cell.trim())))
  );
}
