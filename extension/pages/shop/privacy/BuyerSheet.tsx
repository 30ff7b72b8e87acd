import type { EverythingAbout, HandedRecord } from '@extension/book/reads/one-buyer';
import { useMore } from '@extension/ui/more';
import { type ColumnWord, type ColumnWords, loadColumnWords } from '@shared/i18n/columns';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import { timelineSentence } from '@shared/records/timeline';
import { useEffect, useState } from 'preact/hooks';
import { momentWords, readable, type Saying } from './sheet-words';

interface BuyerSheetProps {
  readonly all: EverythingAbout;
  readonly today: string;
  /** The shop's time zone. */
  readonly zone: string;
}

/** Everything about a buyer for their own eyes, on screen and paper. Nothing is masked: it is theirs. */
export function BuyerSheet({ all, today, zone }: BuyerSheetProps) {
  const { t, lang } = useMore();
  const [words, setWords] = useState<ColumnWords | null>(null);
  useEffect(() => void loadColumnWords(lang).then(setWords), [lang]);
  if (!words) return null;
  const saying: Saying = { t, lang, today, zone };
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
            <Record key={index} table={table} row={row} words={words} saying={saying} />
          ))}
        </section>
      ))}
      {all.history.length > 0 && <h4>{t('privacy.one.history')}</h4>}
      <ul>
        {all.history.map(({ at, what, wrote }, index) => (
          <li key={index}>
            {momentWords(at, zone)} {said(t, what, wrote)}
          </li>
        ))}
      </ul>
    </article>
  );
}

function said(t: Saying['t'], name: string, wrote: EverythingAbout['history'][number]['wrote']): string {
  const changes = wrote.map(({ table, set }) => ({ table, id: '', set }));
  const { key, params } = timelineSentence({ name, changes });
  return t(key, params).replace(/\s*[:：]\s*$/, '');
}

interface RecordProps {
  readonly table: TableName;
  readonly row: HandedRecord;
  readonly words: ColumnWords;
  readonly saying: Saying;
}

function Record({ table, row, words, saying }: RecordProps) {
  const picture = typeof row.mime === 'string' && typeof row.data === 'string';
  return (
    <dl>
      {readable(table, row, saying).map(([field, text]) => (
        <div key={field}>
          <dt>{words.fields[field as ColumnWord] ?? field}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
      {picture && <img src={`data:${row.mime};base64,${row.data}`} alt="" />}
    </dl>
  );
}
