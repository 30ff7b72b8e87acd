import type { Difference, Looked } from '@extension/book/backups/look';
import type { OpenBook } from '@extension/book/open';
import { useMore } from '@extension/ui/more';
import { dayOf } from '@shared/calendar/day';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import { useId, useState } from 'preact/hooks';
import type { Way } from './use-restore';

interface PreviewProps {
  readonly book: OpenBook;
  readonly looked: Looked;
  readonly onTake: (way: Way) => void;
  readonly onLeave: () => void;
}

/** The records an owner knows by name; the rest is counted together. */
const NAMED: readonly TableName[] = [
  'buyers',
  'promises',
  'discounts',
  'gifts',
  'packing',
  'orders',
  'visits',
  'complaints',
  'notes',
];
const NOTHING: Difference = { here: 0, there: 0, added: 0, changed: 0, removed: 0 };

/** What a backup would change, before anything is changed: in place of the book, or merged into it. */
export function RestorePreview({ book, looked, onTake, onLeave }: PreviewProps) {
  const { t, lang } = useMore();
  const [way, setWay] = useState<Way>('replace');
  const name = useId();
  const differences = looked[way];
  const dayWords = (at: number | null) => (at === null ? t('backups.never') : dayOf(at, book.world.timeZone));
  const held = NAMED.map((table) => ({ table, n: looked.replace[table]?.there ?? 0 })).filter(
    ({ n }) => n > 0,
  );
  const counts = held.map(({ table, n }) => `${t(`records.table.${table}`)} ${n.toLocaleString(lang)}`);
  const { newestHere, newestThere } = looked;
  const older = newestHere !== null && (newestThere ?? 0) < newestHere;
  const choice = (one: Way) => (
    <label class="check">
      <input type="radio" name={name} checked={way === one} onChange={() => setWay(one)} />
      {t(`backups.way.${one}`)}
    </label>
  );
  return (
    <div class="notice preview">
      <p>
        {t('options.backup.holds', {
          day: dayOf(Date.parse(looked.made), book.world.timeZone),
          counts: counts.join(' · ') || t('options.backup.nothing'),
        })}
      </p>
      <p class={older ? 'warn' : 'quiet'}>
        {t(older ? 'backups.older' : 'backups.newest', {
          here: dayWords(newestHere),
          there: dayWords(newestThere),
        })}
      </p>
      <div class="ways" role="radiogroup" aria-label={t('backups.way')}>
        {choice('replace')}
        {choice('merge')}
      </div>
      <Changes differences={differences} />
      <p>{t(way === 'replace' ? 'options.backup.replaces' : 'backups.merges')}</p>
      <div class="acts">
        <button type="button" class="primary" onClick={() => onTake(way)}>
          {t(way === 'replace' ? 'options.backup.confirm' : 'backups.mergeIn')}
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}

function Changes({ differences }: { readonly differences: Looked[Way] }) {
  const { t, lang } = useMore();
  const others = TABLE_NAMES.filter((table) => !NAMED.includes(table)).map(
    (table) => differences[table] ?? NOTHING,
  );
  const rest = others.reduce(added, NOTHING);
  const rows = [
    ...NAMED.map((table) => [t(`records.table.${table}`), differences[table] ?? NOTHING] as const),
    [t('backups.others'), rest] as const,
  ].filter(([, { here, there }]) => here + there > 0);
  const shown = (n: number) => (n === 0 ? '–' : n.toLocaleString(lang));
  return (
    <div class="changes-box">
      <table class="stock changes">
        <thead>
          <tr>
            <th>{t('backups.noun')}</th>
            <th class="number">{t('backups.here')}</th>
            <th class="number">{t('backups.added')}</th>
            <th class="number">{t('backups.changed')}</th>
            <th class="number">{t('backups.removed')}</th>
            <th class="number">{t('backups.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([noun, difference]) => (
            <tr key={noun}>
              <th scope="row">{noun}</th>
              <td class="number">{difference.here.toLocaleString(lang)}</td>
              <td class="number">{shown(difference.added)}</td>
              <td class="number">{shown(difference.changed)}</td>
              <td class={difference.removed > 0 ? 'number gone' : 'number'}>{shown(difference.removed)}</td>
              <td class="number">{difference.there.toLocaleString(lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function added(a: Difference, b: Difference): Difference {
  return {
    here: a.here + b.here,
    there: a.there + b.there,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    removed: a.removed + b.removed,
  };
}
