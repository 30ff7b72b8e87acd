import type { Behind } from '../../findings/rows/behind';
import { daysMark } from '../../findings/rows/marks';
import type { Looked } from '../../measures/forecast';
import type { Interval, Review } from '../../review';
import { Say } from '../text/Say';
import type { Writer } from '../text/writer';
import { RowsPlace } from './RowsPlace';

interface ForecastProps {
  readonly review: Review;
  readonly writer: Writer;
}

/** Where it is said what an expectation is: what is expected has no rows yet. */
const DEFINITION = 'forecast-definition';

/** What is expected of the coming seven days, and how what was said a week ago did. */
export function Forecast({ review, writer }: ForecastProps) {
  const { t, count, percent } = writer;
  const { forecast, since, orders } = review;
  // What was really said a week ago, where that week was put away; else what would have been said.
  const last = since?.forecast ?? forecast?.last;
  const behind: Behind = since?.forecast ? daysMark(since.forecast.period) : 'weekOrders';
  if (!forecast && orders === null) return null;
  const range = ([lo, hi]: Interval) => `${count(lo)}–${count(hi)}`;
  const came = (one: Looked, write: (value: number) => string, about: (value: number) => string) => ({
    expected: about(one.expected),
    actual: write(one.actual),
    verdict: t(one.inside ? 'weekly.forecast.inside' : 'weekly.forecast.outside'),
  });
  return (
    <div class="forecast">
      <h3>{t('weekly.forecast')}</h3>
      <p>
        {!forecast && <span class="aside">{t('weekly.forecast.few')}</span>}
        {forecast && (
          <Say
            writer={writer}
            k="weekly.forecast.next"
            params={{
              period: writer.period(forecast.period.from, forecast.period.to),
              orders: count(forecast.orders.expected),
              range: range(forecast.orders.interval),
              revenue: writer.moneyAbout(forecast.revenue.expected),
              money: writer.moneyRange(forecast.revenue.interval),
            }}
            numbers={['orders', 'range', 'revenue', 'money']}
            to={DEFINITION}
          />
        )}
      </p>
      {last && (
        <RowsPlace writer={writer}>
          <p>
            <Say
              writer={writer}
              k={since?.forecast ? 'weekly.forecast.said' : 'weekly.forecast.would'}
              params={{ ...came(last.orders, count, count), range: range(last.orders.interval) }}
              rows={{ actual: behind }}
              numbers={['expected', 'actual', 'range']}
              {...(forecast ? { to: DEFINITION } : {})}
            />
            {writer.gap}
            <Say
              writer={writer}
              k="weekly.forecast.revenue"
              params={{
                ...came(last.revenue, writer.money, writer.moneyAbout),
                range: writer.moneyRange(last.revenue.interval),
              }}
              rows={{ actual: behind }}
              numbers={['expected', 'actual', 'range']}
              {...(forecast ? { to: DEFINITION } : {})}
            />
          </p>
        </RowsPlace>
      )}
      {forecast && (
        <p class="aside" id={DEFINITION}>
          {t('weekly.forecast.def')}
          {writer.gap}
          {forecast.checked.inside !== null &&
            t('weekly.forecast.checked', {
              n: forecast.checked.weeks,
              share: percent(forecast.checked.inside),
            })}
        </p>
      )}
    </div>
  );
}
