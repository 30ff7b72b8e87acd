import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { platformName } from '@extension/ui/platform-name';
import { orderFieldWords } from './order-field-words';

interface OrderRow {
  readonly platform: string;
  readonly number: string;
  readonly name: string;
  readonly fate: 'create' | 'update';
  readonly fields: readonly string[];
}

/** Orders of an import, and what becomes of each. */
export function OrderRows({ rows, more }: { readonly rows: readonly OrderRow[]; readonly more: number }) {
  const { t } = useMore();
  if (rows.length === 0) return null;
  return (
    <>
      <ul class="import-rows">
        {rows.map(({ platform, number, name, fate, fields }) => (
          <li key={`${platform} ${number}`}>
            <span class="quiet small">{platformName(platform, t)}</span> <span class="number">{number}</span>{' '}
            {name !== '' && <Name of={name} />}{' '}
            <span class="small">
              {fate === 'create'
                ? t('finder.import.new')
                : t('finder.import.changes', { fields: orderFieldWords(fields, t) })}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet small">{t('finder.import.more', { n: more })}</p>}
    </>
  );
}
