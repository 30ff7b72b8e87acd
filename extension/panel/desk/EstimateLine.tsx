import type { Estimate } from '@extension/book/estimates';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { formatMoney, type Money } from '@shared/text/money';
import { usePanel } from '../state/context';

interface EstimateLineProps {
  readonly estimate: Estimate;
  readonly orders: number;
  /** Days from the first order to the last. */
  readonly span: number;
}

/** What a buyer may still buy, after what they have bought: a range, said to be estimated, its numbers one click away. */
export function EstimateLine({ estimate, orders, span }: EstimateLineProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { low, high, value, pAlive, expected, weeks, asOf } = estimate;
  const range = `${formatMoney(rounded(low), lang)}–${formatMoney(rounded(high), lang)}`;
  const when = weeks === 52 ? t('desk.value.year', { range }) : t('desk.value.weeks', { range, n: weeks });
  return (
    <details class="estimate small">
      <summary>{when}</summary>
      <ul class="quiet">
        {orders > 1 && span > 0 && (
          <li>{t('desk.value.pace', { n: orders, days: Math.max(1, Math.round(span / (orders - 1))) })}</li>
        )}
        <li>{t('desk.value.alive', { percent: Math.round(pAlive * 100) })}</li>
        <li>{t('desk.value.expected', { n: Math.round(expected * 10) / 10 })}</li>
        <li>{t('desk.value.risk', { amount: formatMoney(rounded(value), lang) })}</li>
        <li>{t('desk.value.asOf', { day: shortDay(asOf, session.today.value) })}</li>
      </ul>
    </details>
  );
}

/**
 * Two figures are all an estimate can bear.
 *
 * @example rounded({ minor: 123456, currency: 'CNY' }).minor // => 120000
 */
export function rounded({ minor, currency }: Money): Money {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(minor)))) - 1);
  return { minor: Math.round(minor / step) * step, currency };
}
