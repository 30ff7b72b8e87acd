import { addDays } from '@shared/calendar/day';
import { EXPORT_PATHS } from '../../findings/lists/export-paths';
import type { CoverageRow, MissingDays } from '../../findings/lists/rows';
import { sayCode, type Writer } from '../text/writer';

interface CoverageProps {
  readonly row: CoverageRow;
  readonly writer: Writer;
}

/** How far one platform's orders reach: a strip of two weeks, and which days to export where. */
export function Coverage({ row, writer }: CoverageProps) {
  const { t, dayOfYear } = writer;
  const days = ({ from, to }: MissingDays) =>
    from === to ? dayOfYear(from) : `${dayOfYear(from)} – ${dayOfYear(to)}`;
  const open = row.missing.at(-1);
  const name = sayCode(writer, row.platform, 'records.platform');
  return (
    <li>
      <b>{name}</b>{' '}
      <span class="strip" role="img" aria-label={t('review.lists.strip', { days: row.days.join(' ') })}>
        {row.days.map((orders, index) => (
          <i key={index} class={orders > 0 ? 'has' : 'none'} />
        ))}
      </span>{' '}
      {open === undefined ? (
        <span class="when held">{t('review.lists.covered', { day: dayOfYear(row.last) })}</span>
      ) : (
        <>
          {row.missing.map((gap) => (
            <span class="when near" key={gap.from}>
              {gap === open && gap.from > row.last
                ? t('review.lists.since', { day: dayOfYear(addDays(gap.from, -1)), days: days(gap) })
                : t('review.lists.missing', { days: days(gap) })}{' '}
            </span>
          ))}
          <span class="when">{EXPORT_PATHS[row.platform]}</span>
        </>
      )}
    </li>
  );
}
