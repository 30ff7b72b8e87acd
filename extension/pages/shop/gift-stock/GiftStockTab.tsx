import './gift-stock.css';
import { removeGiftStock } from '@extension/book/actions/stock';
import { setting } from '@extension/book/reads/settings';
import { giftStockUse } from '@extension/book/reads/stock';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { formatMoney, type Money } from '@shared/text/money';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { StockForm } from './StockForm';

/** What the gifts on the shelf cost; none where two currencies cannot be added. */
function worth(lines: readonly { readonly count: number; readonly cost: Money | null }[]): Money | null {
  const priced = lines.flatMap(({ count, cost }) => (cost ? [{ ...cost, minor: cost.minor * count }] : []));
  const [first] = priced;
  if (!first || priced.some(({ currency }) => currency !== first.currency)) return null;
  return { currency: first.currency, minor: priced.reduce((sum, { minor }) => sum + minor, 0) };
}

/** The gifts on the shelf (P8): how many, what one costs, how many are promised, how they were received. */
export function GiftStockTab({ book, acts }: ShopTabProps) {
  const { t, lang } = useMore();
  const stock = useLive(() => giftStockUse(book), [book]);
  const currency = useLive(() => setting(book, 'currency', 'CNY'), [book]);
  const [editing, setEditing] = useState<string | null>(null);
  if (!stock || currency === undefined) return null;
  const sum = worth(stock.map(({ line }) => line));
  const form = (id: string | null) => (
    <StockForm
      acts={acts}
      currency={currency}
      line={stock.find(({ line }) => line.id === id)?.line ?? null}
      onLeave={() => setEditing(null)}
    />
  );
  return (
    <section class="part" aria-label={t('parcels.stock.title')}>
      <p class="quiet">{t('parcels.stock.about')}</p>
      {editing === 'new' ? (
        form(null)
      ) : (
        <div class="acts">
          <button type="button" class="primary" onClick={() => setEditing('new')}>
            {t('parcels.stock.add')}
          </button>
        </div>
      )}
      {stock.length === 0 && <p class="empty">{t('parcels.stock.none')}</p>}
      {sum && <p>{t('parcels.stock.worth', { sum: formatMoney(sum, lang) })}</p>}
      <ul class="gift-stock">
        {stock.map(({ line, given, promised, received }) => (
          <li key={line.id} class={line.count - promised <= 0 ? 'short' : ''}>
            {editing === line.id ? (
              form(line.id)
            ) : (
              <>
                <p class="gift-line">
                  <strong>{line.name}</strong>
                  <span class="count-left">{t('panel.gift.left', { n: line.count })}</span>
                  <span class="quiet">
                    {line.cost
                      ? t('parcels.stock.each', { cost: formatMoney(line.cost, lang) })
                      : t('parcels.stock.noCost')}
                  </span>
                </p>
                <p class="quiet small">
                  {[
                    promised > 0 && t('parcels.stock.promised', { n: promised }),
                    given > 0 && t('parcels.stock.given', { n: given }),
                    line.count - promised < 0 && t('parcels.stock.short', { n: promised - line.count }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {received.slice(0, 3).map((words) => (
                  <q class="small" key={words}>
                    {words}
                  </q>
                ))}
                <div class="acts">
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('parcels.stock.editOne', { what: line.name })}
                    onClick={() => setEditing(line.id)}
                  >
                    {t('parcels.stock.edit')}
                  </button>
                  <button
                    type="button"
                    class="plain"
                    aria-label={t('parcels.stock.removeOne', { what: line.name })}
                    onClick={() =>
                      void acts.run(removeGiftStock(book, line.id), {
                        key: 'parcels.stock.removed',
                        params: { what: line.name },
                      })
                    }
                  >
                    {t('parcels.stock.remove')}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
