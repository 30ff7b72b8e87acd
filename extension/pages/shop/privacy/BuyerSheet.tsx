import type { EverythingAbout, HandedRecord } from '@extension/book/reads/one-buyer';
import { useMore } from '@extension/ui/more';
import { type ColumnWord, type ColumnWords, loadColumnWords } from '@shared/i18n/columns';
import { TABLE_NAMES } from '@shared/records/book';
import { timelineSentence } from '@shared/records/timeline';
import type { Json } from '@shared/text/json';
import { type Money, moneyToMajor } from '@shared/text/money';
import { useEffect, useState } from 'preact/hooks';

interface BuyerSheetProps {
  readonly all: EverythingAbout;
  readonly today: string;
}

/** Names of records mean nothing to whom they are about; a picture is shown and not spelt. */
const UNREADABLE = /(^id|Id|Ids|data|schema)$/;

/** Everything about a buyer for their own eyes, on screen and paper. Nothing is masked: it is theirs. */
export function BuyerSheet({ all, today }: BuyerSheetProps) {
  const { t, lang } = useMore();
  const [words, setWords] = useState<ColumnWords | null>(null);
  useEffect(() => void loadColumnWords(lang).then(setWords), [lang]);
  if (!words) return null;
  const tables = TABLE_NAMES.flatMap((table) =>
    all.tables[table] ? [[table, all.tables[table]] as const] : [],
  );
  return (
    <article>
      <h3>{t('privacy.one.made', { name: all.buyer.name, day: today })}</h3>
      {tables.map(([table, rows]) => (
        <section key={table}>
          <h4>{t(`records.table.${table}`)}</h4>
          {rows.map((row, index) => (
            <Record key={index} row={row} words={words} />
          ))}
        </section>
      ))}
      <h4>{t('privacy.one.history')}</h4>
      <ul>
        {all.history.map(({ at, what }, index) => (
          <li key={index}>
            {at.slice(0, 16).replace('T', ' ')} UTC ·{' '}
            {t(timelineKey(what), { what: '' }).replace(/\s*[:：]\s*$/, '')}
          </li>
        ))}
      </ul>
    </article>
  );
}

function timelineKey(name: string) {
  return timelineSentence({ name, changes: [] }).key;
}

function Record({ row, words }: { readonly row: HandedRecord; readonly words: ColumnWords }) {
  const fields = Object.entries(row).filter(
    ([field, value]) => !UNREADABLE.test(field) && textOf(value) !== '',
  );
  const picture = typeof row.mime === 'string' && typeof row.data === 'string';
  return (
    <dl>
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt>{words.fields[field as ColumnWord] ?? field}</dt>
          <dd dir="auto">{textOf(value)}</dd>
        </div>
      ))}
      {picture && <img src={`data:${row.mime};base64,${row.data}`} alt="" />}
    </dl>
  );
}

function textOf(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value !== 'object') return String(value);
  if ('minor' in value && 'currency' in value) {
    const money = value as unknown as Money;
    return `${moneyToMajor(money)} ${money.currency}`;
  }
  return Object.values(value)
    .map((part) => textOf(part as Json))
    .filter(Boolean)
    .join(' · ');
}
