import { csvTable } from '@extension/book/reads/csv-table';
import { download } from '@extension/ui/download';
import { useMore } from '@extension/ui/more';
import { dayOf } from '@shared/calendar/day';
import { type ColumnWords, loadColumnWords } from '@shared/i18n/columns';
import { TABLE_NAMES, type TableName } from '@shared/records/book';
import { useEffect, useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

/** Every noun of the book as a table for a spreadsheet: one click each. */
export function ExportPart({ book, acts }: ShopTabProps) {
  const { t, lang } = useMore();
  const [words, setWords] = useState<ColumnWords | null>(null);
  useEffect(() => void loadColumnWords(lang).then(setWords), [lang]);
  if (!words) return null;
  async function save(table: TableName, said: ColumnWords): Promise<void> {
    const day = dayOf(book.world.now(), book.world.timeZone);
    const name = `zhanggui-${table}-${day}.csv`;
    try {
      download(name, await csvTable(book, table, said), 'text/csv;charset=utf-8');
      acts.say({ key: 'finder.export.done', params: { name }, undoes: null, trouble: false });
    } catch (error) {
      const params = { detail: String(error) };
      acts.say({ key: 'finder.export.failed', params, undoes: null, trouble: true });
    }
  }
  return (
    <Part title={t('finder.export.title')}>
      <p class="quiet">
        {t('finder.export.how')} <a href="/options.html">{t('finder.export.backup')}</a>
      </p>
      <div class="export-tables">
        {TABLE_NAMES.map((table) => (
          <button type="button" key={table} onClick={() => void save(table, words)}>
            {t(`records.table.${table}`)}
          </button>
        ))}
      </div>
    </Part>
  );
}
