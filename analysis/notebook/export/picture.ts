import { drawPicture } from '../figures/pictures';
import { readTheme, type Theme } from '../figures/theme';
import { type CellText, tablesOf } from './read-cell';

/** A picture for a chat or a slide: so many points wide, drawn twice as fine. */
const WIDTH = 960;
const DOTS = 2;
const MARGIN = 32;
const LINE = 22;
const ROWS = 24;

/** Words cut into lines that fit; Chinese may break anywhere, words only between each other. */
function lines(brush: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? [];
  const all: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && brush.measureText(line + piece.trimEnd()).width > width) {
      all.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  if (line.trim() !== '') all.push(line.trimEnd());
  return all;
}

function paperTheme(page: Document): Theme {
  const root = page.documentElement;
  const before = root.hasAttribute('data-paper');
  root.toggleAttribute('data-paper', true);
  const theme = readTheme(root);
  root.toggleAttribute('data-paper', before);
  return theme;
}

/**
 * A cell as a PNG picture with its title, what is drawn, and a line that says of which days, of what, and when;
 * a cell without a figure shows the first rows of its table. Null where the browser gives no canvas.
 */
export async function cellPicture(
  page: Document,
  cell: Element,
  said: CellText,
  source: string,
): Promise<Blob | null> {
  const theme = paperTheme(page);
  const canvas = page.createElement('canvas');
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  const inner = WIDTH - 2 * MARGIN;
  const font = (size: number, weight = 400) => `${weight} ${size}px ${theme.font}`;
  const [figure] = said.figures;
  const parts: {
    readonly text: string;
    readonly font: string;
    readonly color: string;
    readonly high: number;
  }[] = [];
  const write = (text: string, face: string, color: string, high: number) => {
    brush.font = face;
    for (const line of lines(brush, text, inner)) parts.push({ text: line, font: face, color, high });
  };
  write(figure?.title || said.question, font(20, 600), theme.ink, 30);
  write(figure ? figure.subtitle : said.sentences.join(' '), font(14), theme.quiet, LINE);
  const own = cell.querySelector<HTMLCanvasElement>('figure canvas');
  const plot = own ? drawPicture(own, theme, inner, DOTS) : null;
  const table = plot ? null : (tablesOf(said)[0] ?? null);
  const rows = table ? [table.head, ...table.rows.slice(0, ROWS)] : [];
  const middle = plot ? plot.height / DOTS : rows.length * LINE;
  const head = parts.reduce((sum, part) => sum + part.high, 0);
  brush.font = font(12);
  const foot = lines(brush, source, inner);
  const height = MARGIN + head + 12 + middle + 16 + foot.length * 18 + MARGIN / 2;
  canvas.width = WIDTH * DOTS;
  canvas.height = height * DOTS;
  brush.scale(DOTS, DOTS);
  brush.fillStyle = theme.paper;
  brush.fillRect(0, 0, WIDTH, height);
  brush.textBaseline = 'top';
  let y = MARGIN;
  for (const part of parts) {
    brush.font = part.font;
    brush.fillStyle = part.color;
    brush.fillText(part.text, MARGIN, y);
    y += part.high;
  }
  y += 12;
  if (plot) brush.drawImage(plot, MARGIN, y, inner, middle);
  paintRows(brush, rows, y, inner, font(14), theme);
  y += middle + 16;
  brush.font = font(12);
  brush.fillStyle = theme.quiet;
  foot.forEach((line, index) => void brush.fillText(line, MARGIN, y + index * 18));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function paintRows(
  brush: CanvasRenderingContext2D,
  rows: readonly (readonly string[])[],
  top: number,
  width: number,
  font: string,
  theme: Theme,
): void {
  const columns = Math.max(...rows.map((row) => row.length), 1);
  brush.font = font;
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      brush.fillStyle = at === 0 ? theme.quiet : theme.ink;
      brush.textAlign = column === 0 ? 'left' : 'right';
      const x = column === 0 ? MARGIN : MARGIN + ((column + 1) / columns) * width;
      brush.fillText(text, x, top + at * LINE, width / columns - 8);
    });
    brush.fillStyle = theme.line;
    brush.fillRect(MARGIN, top + (at + 1) * LINE - 4, width, 1);
  });
  brush.textAlign = 'left';
}
