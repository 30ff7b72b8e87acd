import type { Review } from '../../review';
import { headline } from '../headline';
import type { Writer } from '../text/writer';
import { Seal } from './Seal';

interface MastheadProps {
  readonly review: Review;
  readonly writer: Writer;
}

/** Mark, title, the headline, and the date line every printed page needs: period, day, inputs, zone. */
export function Masthead({ review, writer }: MastheadProps) {
  const { t } = writer;
  const { key, params } = headline(review, writer);
  const rows = review.inputs.reduce((sum, input) => sum + input.used, 0);
  return (
    <header class="masthead">
      <div class="masthead-name">
        <Seal />
        <p class="masthead-title">
          {t('notebook.title')} <span>{review.period.isoWeek}</span>
        </p>
      </div>
      <h1>{t(key, params)}</h1>
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
