import type { ComponentChildren } from 'preact';
import { ScrollBox } from './ScrollBox';

export interface TableData {
  /** First column is the row's name; the others are right-aligned numbers. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

interface DataTableProps {
  readonly table: TableData;
  readonly caption: string;
  readonly id?: string;
}

/** Numbers are never broken over two lines; longer words may be. */
function isShort(cell: ComponentChildren): boolean {
  return typeof cell === 'string' && cell.length <= 18;
}

/** A small table; it scrolls inside itself when the page is narrower. */
export function DataTable({ table, caption, id }: DataTableProps) {
  return (
    <ScrollBox label={caption} id={id}>
      <table class={table.head.length <= 2 ? 'slim' : undefined}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th scope="col" key={cell}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th scope="row" key={column}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} class={isShort(cell) ? 'short' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
