import { useState } from 'preact/hooks';
import type { TablePreview } from '../../dataset';
import type { ColumnMap, MapField } from '../../options';
import type { Writer } from '../text/writer';
import { DataTable } from './DataTable';

/** What an order or an answer is made of, in the order in which an owner thinks of it. */
const FIELDS = [
  'buyer',
  'createdAt',
  'paidAt',
  'order',
  'paid',
  'unitPrice',
  'quantity',
  'refund',
  'status',
  'item',
  'score',
  'answeredAt',
] as const;

interface AskColumnsProps {
  readonly preview: TablePreview;
  readonly onMap: (map: ColumnMap) => void;
  readonly writer: Writer;
}

/** Which column is which, with the first rows in sight; remembered for every later file with the same columns. */
export function AskColumns({ preview: { columns, rows, guess, sheet }, onMap, writer }: AskColumnsProps) {
  const { t } = writer;
  const [map, setMap] = useState<Partial<Record<MapField, string>>>(guess);
  const dated = map.createdAt ?? map.paidAt ?? map.answeredAt;
  const enough = map.buyer !== undefined && dated !== undefined;
  function choose(field: MapField, column: string): void {
    const { [field]: _before, ...rest } = map;
    setMap(column === '' ? rest : { ...rest, [field]: column });
  }
  return (
    <form
      class="ask-columns"
      onSubmit={(event) => {
        event.preventDefault();
        onMap(sheet === null ? map : { ...map, sheet });
      }}
    >
      <DataTable caption={t('weekly.ask.rows')} table={{ head: columns, rows }} />
      <div class="ask-choice">
        {FIELDS.map((field) => (
          <label key={field}>
            <span>{t(`weekly.column.${field}`)}</span>
            <select value={map[field] ?? ''} onChange={(event) => choose(field, event.currentTarget.value)}>
              <option value="">{t('finder.column.none')}</option>
              {[...new Set(columns)].map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {!enough && <p class="aside">{t('weekly.ask.needed')}</p>}
      <button type="submit" disabled={!enough}>
        {t('finder.column.read')}
      </button>
    </form>
  );
}
