import type { Translate } from '@shared/i18n/translator';
import type { TablePreview } from '../dataset';
import { displayWidth, padRight } from './width';

/** Columns shown one below the other; a wide table is cut, and says so. */
const MOST = 60;
const WIDEST = 28;
const CELLS = 3;

/** The columns of a table nobody knows, what stands in them, and a guess to correct: all that `--map` needs. */
export function previewLines(preview: TablePreview, t: Translate): readonly string[] {
  const { columns, rows, guess, sheet } = preview;
  const shown = columns.slice(0, MOST);
  const width = Math.min(WIDEST, Math.max(...shown.map(displayWidth)));
  const lines = [sheet === null ? t('cli.preview.head') : t('cli.preview.sheet', { sheet })];
  shown.forEach((name, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    const sample = cells.slice(0, CELLS).join(' · ');
    lines.push(`  ${padRight(name === '' ? '–' : name, width)}  ${sample}`.trimEnd());
  });
  if (columns.length > MOST) lines.push(`  ${t('cli.preview.more', { n: columns.length - MOST })}`);
  const maps = Object.entries(guess).map(([field, column]) => `--map ${quoted(`${field}=${column}`)}`);
  if (maps.length > 0) lines.push(t('cli.preview.guess'), `  ${maps.join(' ')}`);
  return lines;
}

/**
 * A word of the command line that every shell takes as it is.
 *
 * @example quoted('buyer=Customer ID') // => '"buyer=Customer ID"'
 */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}=_.@/:-]+$/u.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}
