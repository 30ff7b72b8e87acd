import { type AnyTranslate, useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';

interface BuyerRow {
  readonly name: string;
  readonly fate: 'create' | 'update';
  /** What the list knows that the book did not. */
  readonly fields: readonly string[];
}

const FIELDS = [
  'phone',
  'address',
  'area',
  'grade',
  'source',
  'tags',
  'note',
  'birthday',
  'account',
] as const;

function fieldWords(fields: readonly string[], t: AnyTranslate): string {
  return FIELDS.filter((field) => fields.includes(field))
    .map((field) => t(`finder.buyer.${field}`))
    .join(' · ');
}

/** Buyers of a list, and what becomes of each. What stands in their fields is not shown: phones are private. */
export function BuyerRows({ rows, more }: { readonly rows: readonly BuyerRow[]; readonly more: number }) {
  const { t } = useMore();
  return (
    <>
      <ul class="import-rows">
        {rows.map(({ name, fate, fields }, index) => (
          <li key={`${index} ${name}`}>
            <Name of={name} />{' '}
            <span class="small">
              {fate === 'create' ? t('finder.import.new') : null}
              {fate === 'create' && fields.length > 0 ? ': ' : null}
              {fate === 'create' ? fieldWords(fields, t) : null}
              {fate === 'update' && fields.length > 0
                ? t('finder.import.changes', { fields: fieldWords(fields, t) })
                : null}
              {fate === 'update' && fields.length === 0 ? t('finder.import.updated') : null}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="quiet small">{t('finder.import.more', { n: more })}</p>}
    </>
  );
}
