import type { WeekComparison } from '../../review';
import type { Writer } from '../text/writer';
import { DataTable } from './DataTable';
import { rowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';
import { WEEK_ROWS } from './week-rows';

interface WeekProps {
  readonly week: WeekComparison;
  readonly writer: Writer;
}

/** The seven days beside the seven before them. Without a base no difference is printed. */
export function Week({ week, writer }: WeekProps) {
  const { t, count, money } = writer;
  const write = (key: string, value: number) => (key === 'revenue' ? money(value) : count(value));
  const difference = (key: string, now: number, before: number | null) => {
    if (before === null) return '–';
    const sign = now > before ? '+' : now < before ? '−' : '±';
    return `${sign} ${write(key, Math.abs(now - before))}`;
  };
  const caption = t('notebook.weekTable');
  const rows = week.rows.filter((row) => row.now !== 0 || row.before);
  if (rows.length === 0) return null;
  return (
    <div class="week">
      <h3>{caption}</h3>
      <RowsPlace writer={writer}>
        <DataTable
          caption={caption}
          table={{
            head: [
              t('notebook.item'),
              t('notebook.thisWeek'),
              t('notebook.lastWeek'),
              t('notebook.difference'),
            ],
            rows: rows.map((row) => [
              t(`notebook.row.${row.key}`),
              rowsNumber(WEEK_ROWS[row.key], write(row.key, row.now)),
              row.before === null
                ? '–'
                : rowsNumber(
                    `${WEEK_ROWS[row.key]}:before`,
                    write(row.key, row.before),
                    t('notebook.lastWeek'),
                  ),
              difference(row.key, row.now, row.before),
            ]),
          }}
        />
      </RowsPlace>
      <p class="aside">
        {t('notebook.weekNote', { period: writer.period(week.before.from, week.before.to) })}
      </p>
    </div>
  );
}
