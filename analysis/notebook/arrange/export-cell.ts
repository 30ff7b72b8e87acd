import { cellPicture } from '../export/picture';
import { readCell } from '../export/read-cell';
import { cellCsv, cellSentence } from '../export/texts';
import { download } from '../snapshot';

export type ExportKind = 'picture' | 'table' | 'sentence';

/** Hands a cell out as a picture, as numbers, or its sentence to the clipboard; false where that did not work. */
export async function exportCell(
  kind: ExportKind,
  cell: Element,
  name: string,
  source: string,
  gap: string,
): Promise<boolean> {
  const page = cell.ownerDocument;
  const said = readCell(cell);
  if (kind === 'table') {
    download(page, `${name}.csv`, 'text/csv', cellCsv(said, source));
    return true;
  }
  if (kind === 'sentence') {
    return navigator.clipboard.writeText(cellSentence(said, gap)).then(
      () => true,
      () => false,
    );
  }
  const picture = await cellPicture(page, cell, said, source);
  if (!picture) return false;
  download(page, `${name}.png`, 'image/png', picture);
  return true;
}
