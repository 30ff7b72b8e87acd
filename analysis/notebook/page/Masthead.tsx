import type { Review } from '../../review';
import { headline } from '../headline';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';
import { RowsPlace } from './RowsPlace';
import { Seal } from './Seal';

interface MastheadProps {
  readonly review: Review;
  readonly writer: Writer;
}

/** Mark, title, the headline, and the date line every printed page needs: period, day, inputs, zone. */
export function Masthead({ review, writer }: MastheadProps) {
  const { t } = writer;
  const { key, params, rows: behind } = headline(review, writer);
  const rows = review.inputs.reduce((sum, input) => sum + input.used, 0);
  return (
    <header class="masthead">
      <div class="masthead-name">
        <Seal />
        <p class="masthead-title">
          {t('notebook.title')} <span>{review.period.isoWeek}</span>
        </p>
      </div>
      <RowsPlace writer={writer}>
        <h1>
          <Say writer={writer} k={key} params={params} rows={behind} />
        </h1>
      </RowsPlace>
      <p class="dateline">
        <span>{writer.period(review.period.from, review.period.to)}</span>
        <span>{t('notebook.asOf', { day: writer.day(review.asOf) })}</span>
        <span>
          {t('notebook.fromInputs', {
            files: writer.count(review.inputs.length),
            rows: writer.count(rows),
          })}
        </span>
        <span>{review.tz}</span>
      </p>
    </header>
  );
}
