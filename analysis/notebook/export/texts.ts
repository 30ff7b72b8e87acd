import { writeCsv } from '@shared/text/csv';
import { type CellTable, type CellText, tablesOf } from './read-cell';

/** A cell's numbers for a spreadsheet: its question and what it was made from, then every table. */
export function cellCsv(cell: CellText, source: string): string {
  const tables = tablesOf(cell).flatMap((table) => [[], [table.caption], table.head, ...table.rows]);
  return writeCsv([[cell.question], [source], ...tables]);
}

/** What a cell says, for a message: its sentences, and where they come from. */
export function cellSentence(cell: CellText, gap: string): string {
  return cell.sentences.join(gap);
}

// A bar ends a cell of a table, a line break ends the table.
const inTable = (text: string) => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\s+/g, ' ');
/** Text that Markdown takes for nothing else. */
const plain = (text: string) => text.replace(/([\\`*_[\]<>#])/g, '\\$1');

function markdownTable({ caption, head, rows }: CellTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inTable).join(' | ')} |`;
  const rule = `| ${head.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`;
  return [plain(caption), '', line(head), rule, ...rows.map(line)].join('\n');
}

/** A cell in Markdown. */
export function cellMarkdown(cell: CellText, gap: string): string {
  const figures = cell.figures.map(({ title }) => `**${plain(title)}**`);
  return [
    `## ${plain(cell.question)}`,
    cell.sentences.map(plain).join(gap),
    ...figures,
    ...tablesOf(cell).map(markdownTable),
    ...cell.asides.map(plain),
    cell.definition === '' ? '' : `*${plain(cell.definition)}*`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
