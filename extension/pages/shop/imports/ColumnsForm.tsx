import type { TablePreview } from '@analysis/dataset';
import type { ColumnMap, MapField } from '@analysis/options';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';

/** What an order is made of, in the order in which an owner thinks of it. */
const FIELDS = [
  'order',
  'createdAt',
  'paidAt',
  'buyer',
  'paid',
  'refund',
  'quantity',
  'status',
  'item',
] as const;

interface ColumnsFormProps {
  readonly preview: TablePreview;
  readonly onMap: (map: ColumnMap) => Promise<void>;
}

/** Which column is which, with the first rows in sight; remembered for every later file with the same columns. */
export function ColumnsForm({ preview: { columns, rows, guess, sheet }, onMap }: ColumnsFormProps) {
  const { t } = useMore();
  const [map, setMap] = useState<Partial<Record<MapField, string>>>(
    Object.fromEntries(FIELDS.flatMap((field) => (guess[field] ? [[field, guess[field]]] : []))),
  );
  const enough = map.order !== undefined && (map.createdAt !== undefined || map.paidAt !== undefined);
  function choose(field: MapField, column: string): void {
    const { [field]: _before, ...rest } = map;
    setMap(column === '' ? rest : { ...rest, [field]: column });
  }
  return (
    <form
      class="columns-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onMap(sheet === null ? map : { ...map, sheet });
      }}
    >
      <div class="columns-sample">
        <table class="small">
          <thead>
            <tr>
              {columns.map((name, index) => (
                <th key={`${index} ${name}`} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join('\t')}>
                {columns.map((name, index) => (
                  <td key={`${index} ${name}`}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="columns-choice">
        {FIELDS.map((field) => (
          <SelectField
            key={field}
            label={t(`finder.column.${field}`)}
            value={map[field] ?? ''}
            options={[
              { value: '', label: t('finder.column.none') },
              ...[...new Set(columns)].map((name) => ({ value: name, label: name })),
            ]}
            onValue={(column) => choose(field, column)}
          />
        ))}
      </div>
      {!enough && <p class="quiet small">{t('finder.column.needed')}</p>}
      <button type="submit" disabled={!enough}>
        {t('finder.column.read')}
      </button>
    </form>
  );
}
