/** A table as it stands on the page. */
export interface CellTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a cell says, read off the page: what is exported is what is seen. */
export interface CellText {
  readonly question: string;
  readonly sentences: readonly string[];
  readonly figures: readonly {
    readonly title: string;
    readonly subtitle: string;
    readonly table: CellTable | null;
  }[];
  readonly tables: readonly CellTable[];
  readonly asides: readonly string[];
  readonly definition: string;
}

/** The words of an element as one line. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function tableOf(table: Element): CellTable {
  const rows = [...table.querySelectorAll('tbody tr')];
  return {
    caption: textOf(table.querySelector('caption')),
    head: [...table.querySelectorAll('thead tr:last-child th')].map(textOf),
    rows: rows.map((row) => [...row.querySelectorAll('th, td')].map(textOf)),
  };
}

/** Reads a drawn cell. */
export function readCell(cell: Element): CellText {
  const body = cell.querySelector('.cell-body') ?? cell;
  const figures = [...body.querySelectorAll('figure')];
  // Rows that stand open are what the cell counts, not what it says.
  const isOwn = (element: Element) =>
    element.closest('.rows-panel') === null && !figures.some((figure) => figure.contains(element));
  const paragraphs = [...body.querySelectorAll('p, .signals li')].filter(isOwn);
  const isAside = (element: Element) => element.classList.contains('aside');
  const said = (elements: readonly Element[]) => elements.map(textOf).filter((text) => text !== '');
  return {
    question: textOf(body.querySelector('h3')),
    sentences: said(paragraphs.filter((element) => !isAside(element))),
    figures: figures.map((figure) => {
      const table = figure.querySelector('table');
      return {
        title: textOf(figure.querySelector('.figure-title')),
        subtitle: textOf(figure.querySelector('.figure-subtitle')),
        table: table ? tableOf(table) : null,
      };
    }),
    tables: [...body.querySelectorAll('table')].filter(isOwn).map(tableOf),
    asides: said(paragraphs.filter(isAside)),
    definition: textOf(cell.querySelector('.margin')),
  };
}

/** Every table of a cell, the figure's first, each once. */
export function tablesOf({ figures, tables }: CellText): readonly CellTable[] {
  const all = [...figures.flatMap(({ table }) => table ?? []), ...tables];
  const told = new Set<string>();
  return all.filter((table) => {
    const key = JSON.stringify([table.head, table.rows]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
