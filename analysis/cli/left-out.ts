import type { Translate } from '@shared/i18n/translator';
import type { LeftOutRow } from '../dataset';
import { SKIP_WORDS, type SkipReason } from '../imports/reasons';
import { csvCell } from './csv';
import { rowReason } from './refusals';

/**
 * Every row left out as a table for a spreadsheet: where it stands, what became of it and why, what was found. Cells
 * that a spreadsheet would run as a formula are defused; a buyer's message may be anything.
 */
export function leftOutCsv(rows: readonly LeftOutRow[], t: Translate): string {
  const head = [
    t('cli.col.file'),
    t('cli.col.line'),
    t('cli.col.rows'),
    t('cli.col.outcome'),
    t('cli.col.reason'),
    t('cli.col.column'),
    t('cli.col.found'),
  ];
  const lines = rows.map((row) => [
    row.file,
    String(row.line),
    String(row.rows),
    t(`cli.outcome.${row.outcome}`),
    row.outcome === 'skipped' ? skipReason(row.reason, t) : rowReason(row.reason, t),
    row.column,
    row.found,
  ]);
  return `\ufeff${[head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function skipReason(code: string, t: Translate): string {
  return Object.hasOwn(SKIP_WORDS, code) ? t(SKIP_WORDS[code as SkipReason]) : code;
}
