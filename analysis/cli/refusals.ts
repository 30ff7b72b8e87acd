import type { Translate, WordKey } from '@shared/i18n/translator';
import type { FileRefusal, InputReport } from '../dataset';
import { ROW_WORDS, type RowReason } from '../imports/reasons';
import { previewLines } from './preview';

/** Rows named one by one on the terminal; the first hundred are in the JSON. */
const ROWS_SHOWN = 3;

/** A sentence per refused file, and what to do to get the rest all the same. */
export function refusalLines(refusals: readonly FileRefusal[], t: Translate): readonly string[] {
  // The reason is a word key by contract (`FileRefusal.reason`), checked where it is made.
  return refusals.flatMap((refusal) => [
    `${refusal.file}: ${t(refusal.reason as WordKey, refusal.params)}`,
    ...(refusal.preview ? previewLines(refusal.preview, t).map((line) => `  ${line}`) : []),
  ]);
}

/** Rows that could not be read: counted per file, the first few with place, text and reason. */
export function rowLines(inputs: readonly InputReport[], t: Translate): readonly string[] {
  return inputs.flatMap((input) => {
    if (input.refusedCount === 0) return [];
    const rows = input.refused.slice(0, ROWS_SHOWN).map((row) =>
      t('cli.row', {
        line: String(row.line),
        column: row.column,
        found: row.found,
        why: rowReason(row.reason, t),
      }),
    );
    const head = t('cli.rowsRefused', { file: input.file, n: input.refusedCount });
    const more = input.refusedCount - rows.length;
    return [
      head,
      ...rows.map((row) => `  ${row}`),
      ...(more > 0 ? [`  ${t('cli.rowsMore', { n: more })}`] : []),
    ];
  });
}

/** Why a row was not read and what to do, in the reader's language. */
export function rowReason(code: string, t: Translate): string {
  return isRowReason(code) ? t(ROW_WORDS[code]) : code;
}

function isRowReason(code: string): code is RowReason {
  return Object.hasOwn(ROW_WORDS, code);
}

/** What the reader should know about each file that was read. */
export function noteLines(inputs: readonly InputReport[]): readonly string[] {
  return inputs.flatMap((input) => input.notes.map((note) => `${input.file}: ${note}`));
}
