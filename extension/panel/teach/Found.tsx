import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import type { WordKey } from '@shared/i18n/shop';
import type { Seen } from './use-teaching';

const NAMES_SHOWN = 3;

/** What the engine finds with what was pointed at: counts and a few names, on this computer only. */
export function Found({ seen: { state, box } }: { readonly seen: Seen }) {
  const { t } = useMore();
  const { rows, messages, buyer, candidates, won } = state;
  const count = (side: string) => messages.filter((one) => one.side === side).length;
  const [theirs, mine] = [count('buyer'), count('seller')];
  const name = buyer?.name ?? candidates[0] ?? null;
  const names = (rows ?? []).slice(0, NAMES_SHOWN).map((row) => row.name);
  const open = rows?.find(({ active }) => active);
  const lines: readonly { readonly key: WordKey; readonly field: string; readonly value: string | null }[] = [
    { key: 'chat.field.name', field: 'name', value: name },
    {
      key: 'chat.field.list',
      field: 'list',
      value:
        rows && rows.length > 0
          ? [
              t('teach.found.list', {
                n: rows.length,
                names: `${names.join('、')}${rows.length > names.length ? ' …' : ''}`,
              }),
              ...(open ? [t('teach.found.open', { name: open.name })] : []),
            ].join(' · ')
          : null,
    },
    {
      key: 'chat.field.messages',
      field: 'messages',
      value:
        messages.length > 0
          ? t('teach.found.messages', { theirs, mine, other: messages.length - theirs - mine })
          : null,
    },
    { key: 'chat.field.composer', field: 'composer', value: box ? t('teach.found.box') : null },
  ];
  return (
    <ul class="teach-found">
      {lines.map(({ key, field, value }) => (
        <li key={key}>
          <Icon name={value === null ? 'close' : 'check'} />
          <span>
            {t(key)}
            {': '}
            {value === null ? t('teach.found.none') : <bdi>{value}</bdi>}
            {value !== null && won?.[field] === 'generic' && (
              <span class="quiet small"> {t('selfCheck.byPlace')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
