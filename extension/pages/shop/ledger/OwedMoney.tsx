import type { OpenBook } from '@extension/book/open';
import { owedDiscounts } from '@extension/book/reads/ledger';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { momentDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import { formatMoney } from '@shared/text/money';

interface OwedMoneyProps {
  readonly book: OpenBook;
  readonly today: Day;
  readonly currency: string;
}

/** Discounts promised for next time and not given yet: in money, by age, the oldest by name (P5). */
export function OwedMoney({ book, today, currency }: OwedMoneyProps) {
  const { t, lang } = useMore();
  const owed = useLive(() => owedDiscounts(book, today, currency), [book, today, currency]);
  if (!owed) return null;
  const { sum, averageOrder, oldest } = owed;
  return (
    <section class="part">
      <h2>{t('ledger.owed.title')}</h2>
      {sum.count === 0 ? (
        <p class="quiet">{t('ledger.owed.empty')}</p>
      ) : (
        <>
          <p>
            <strong class="money">{formatMoney(sum.amount, lang)}</strong>{' '}
            <span class="quiet">{t('ledger.owed.count', { n: sum.count })}</span>
          </p>
          <table class="stock">
            <thead>
              <tr>
                <th>{t('ledger.owed.age')}</th>
                <th class="number">{t('ledger.owed.number')}</th>
                <th class="number">{t('ledger.owed.money')}</th>
              </tr>
            </thead>
            <tbody>
              {sum.bands.map(({ band, count, amount }) => (
                <tr key={band}>
                  <td>{t(`ledger.owed.band.${band}`)}</td>
                  <td class="number">{count}</td>
                  <td class="number">{formatMoney(amount, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {sum.percentCount > 0 && (
            <p class="quiet">
              {sum.percentEstimate && averageOrder
                ? t('ledger.owed.percentEstimate', {
                    n: sum.percentCount,
                    sum: formatMoney(sum.percentEstimate, lang),
                    average: formatMoney(averageOrder, lang),
                  })
                : t('ledger.owed.percent', { n: sum.percentCount })}
            </p>
          )}
          {sum.otherCurrency > 0 && <p class="quiet">{t('ledger.owed.other', { n: sum.otherCurrency })}</p>}
          <h3>{t('ledger.owed.oldest')}</h3>
          <ul class="ledger-lines">
            {oldest.map(({ discount, buyer }) => (
              <li key={discount.id}>
                <span class="who">{buyer && <Name of={buyer.name} />}</span>
                <span class="what">{discount.what}</span>
                <span class="quiet">{momentDay(discount.saidAt, today, book.world.timeZone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
