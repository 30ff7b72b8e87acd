import type { TablePreview } from '@analysis/dataset';
import {
  BUYER_FIELDS,
  type BuyerMap,
  guessBuyerColumns,
  looksLikeBuyers,
} from '@analysis/imports/buyer-columns';
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
  readonly onBuyers: (map: BuyerMap) => Promise<void>;
}

const KINDS = ['orders', 'buyers'] as const;

/** Which column is which, with the first rows in sight; remembered for every later file with the same columns. */
export function ColumnsForm({ preview, onMap, onBuyers }: ColumnsFormProps) {
  const { t } = useMore();
  const { columns, rows, guess, sheet } = preview;
  const named = !columns.every((name) => name.startsWith('#'));
  const [kind, setKind] = useState<(typeof KINDS)[number]>(
    named && looksLikeBuyers(columns) ? 'buyers' : 'orders',
  );
  const [map, setMap] = useState<Partial<Record<MapField, string>>>(
    Object.fromEntries(FIELDS.flatMap((field) => (guess[field] ? [[field, guess[field]]] : []))),
  );
  const [people, setPeople] = useState<BuyerMap>(named ? guessBuyerColumns(columns) : {});
  const orders = kind === 'orders';
  const enough = orders
    ? map.order !== undefined && (map.createdAt !== undefined || map.paidAt !== undefined)
    : people.name !== undefined || people.phone !== undefined;
  function without<Key extends string>(
    all: Readonly<Partial<Record<Key, string>>>,
    field: Key,
    column: string,
  ) {
    const { [field]: _before, ...rest } = all;
    return (column === '' ? rest : { ...rest, [field]: column }) as Partial<Record<Key, string>>;
  }
  const choices = [
    { value: '', label: t('finder.column.none') },
    ...[...new Set(columns)].map((name) => ({ value: name, label: name })),
  ];
  return (
    <form
      class="columns-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (orders) void onMap(sheet === null ? map : { ...map, sheet });
        else void onBuyers(people);
      }}
    >
      {named && (
        <fieldset class="taking">
          <legend>{t('finder.column.kind')}</legend>
          {KINDS.map((value) => (
            <label key={value}>
              <input type="radio" name="rows" checked={kind === value} onChange={() => setKind(value)} />{' '}
              {t(`finder.column.kind.${value}`)}
            </label>
          ))}
        </fieldset>
      )}
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
        {orders
          ? FIELDS.map((field) => (
              <SelectField
                key={field}
                label={t(`finder.column.${field}`)}
                value={map[field] ?? ''}
                options={choices}
                onValue={(column) => setMap(without(map, field, column))}
              />
            ))
          : BUYER_FIELDS.map((field) => (
              <SelectField
                key={field}
                label={t(`finder.buyer.${field}`)}
                value={people[field] ?? ''}
                options={choices}
                onValue={(column) => setPeople(without(people, field, column))}
              />
            ))}
      </div>
      {!enough && (
        <p class="quiet small">{t(orders ? 'finder.column.needed' : 'finder.column.neededBuyers')}</p>
      )}
      <button type="submit" disabled={!enough}>
        {t('finder.column.read')}
      </button>
    </form>
  );
}
