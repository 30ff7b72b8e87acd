import type { InputReport } from '../../dataset';
import { NOTE_WORDS, ROW_WORDS, SKIP_WORDS } from '../../imports/reasons';
import type { InputHash, OrdersSection } from '../../review';
import { download } from '../snapshot';
import { BOOK_FORMAT, formatName } from '../text/format-name';
import { sayIn, sayText, type Writer } from '../text/writer';
import { Counted } from './Counted';
import { DataTable } from './DataTable';
import { Hashes } from './Hashes';
import { useLetterDesk } from './letter-desk';
import { RowsPlace } from './RowsPlace';

interface InputsProps {
  readonly inputs: readonly InputReport[];
  readonly hashes: readonly InputHash[];
  readonly orders: OrdersSection | null;
  readonly writer: Writer;
}

/** What the numbers were made from: every file, what was used, what was left out and why. */
export function Inputs({ inputs, hashes, orders, writer }: InputsProps) {
  const { t, count } = writer;
  const { behind } = useLetterDesk();
  if (inputs.length === 0) return null;
  const skipped = (input: InputReport) =>
    Object.entries(input.skipped)
      .filter(([, number]) => number > 0)
      .map(([reason, number]) => `${sayIn(writer, SKIP_WORDS, reason)} ${count(number)}`)
      .join(' · ');
  return (
    <section class="section inputs" aria-labelledby="section-inputs">
      <h2 id="section-inputs">{t('notebook.inputs')}</h2>
      <DataTable
        caption={t('notebook.inputs')}
        table={{
          head: [
            t('notebook.file'),
            t('notebook.format'),
            t('notebook.rows'),
            t('notebook.used'),
            t('notebook.skipped'),
            t('notebook.refused'),
          ],
          rows: inputs.map((input) => [
            input.file,
            formatName(writer, input.format),
            count(input.rows),
            count(input.used),
            skipped(input) || '–',
            input.refusedCount === 0 ? '–' : count(input.refusedCount),
          ]),
        }}
      />
      {behind?.leftOut && inputs.some((input) => input.rows > input.used) && (
        <p>
          <button type="button" onClick={() => void saveLeftOut(behind.leftOut!)}>
            {t('weekly.leftOut')}
          </button>
        </p>
      )}
      {orders !== null && (
        <RowsPlace writer={writer}>
          <Counted orders={orders} writer={writer} />
        </RowsPlace>
      )}
      {inputs.map((input) => (
        <RefusedRows key={input.file} input={input} writer={writer} />
      ))}
      {inputs.filter((input) => input.format === BOOK_FORMAT).length > 1 && (
        <p class="aside">{t('notebook.booksMerged')}</p>
      )}
      {hashes.length > 0 && <Hashes hashes={hashes} writer={writer} />}
      {inputs.flatMap((input) =>
        input.notes.map((note) => (
          <p class="aside" key={`${input.file}-${note}`}>
            {input.file}
            {t('notebook.colon')}
            {sayText(writer, sayIn(writer, NOTE_WORDS, note))}
          </p>
        )),
      )}
    </section>
  );
}

async function saveLeftOut(leftOut: () => Promise<string>): Promise<void> {
  download(document, 'rows-left-out.csv', 'text/csv;charset=utf-8', await leftOut());
}

function RefusedRows({ input, writer }: { readonly input: InputReport; readonly writer: Writer }) {
  const { t, count } = writer;
  if (input.refused.length === 0) return null;
  return (
    <details class="numbers">
      <summary>
        {t('notebook.refusedRows', {
          count: count(input.refusedCount),
          file: input.file,
        })}
      </summary>
      <DataTable
        caption={t('notebook.refusedRows', {
          count: count(input.refusedCount),
          file: input.file,
        })}
        table={{
          head: [t('notebook.line'), t('notebook.column'), t('notebook.found'), t('notebook.reason')],
          rows: input.refused.map((row) => [
            count(row.line),
            row.column,
            row.found,
            sayIn(writer, ROW_WORDS, row.reason),
          ]),
        }}
      />
      {input.refusedCount > input.refused.length && (
        <p class="aside">{t('notebook.firstOnly', { n: input.refused.length })}</p>
      )}
    </details>
  );
}
