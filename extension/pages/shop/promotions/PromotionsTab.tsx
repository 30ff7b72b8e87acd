import { promotions, shopBasis } from '@extension/book/reads/promotions';
import { setting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { PromotionCard } from './PromotionCard';
import { PromotionEditor } from './PromotionEditor';
import './promotions.css';

/** Before a promotion is published: what it costs if all of it comes back, and whether its rules can be kept (P6). */
export function PromotionsTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const today = useToday(book);
  const [editing, setEditing] = useState<string | null>(null);
  const list = useLive(() => promotions(book), [book]);
  const basis = useLive(() => shopBasis(book, today), [book, today]);
  const currency = useLive(() => setting(book, 'currency', 'CNY'), [book]);
  if (!list || !basis || !currency) return null;
  const shared = { acts, basis, currency, today };
  return (
    <>
      <p class="quiet">{t('ledger.promo.intro')}</p>
      <PromotionEditor {...shared} promotion={null} onSaved={() => undefined} />
      <section class="part">
        <h2>{t('ledger.promo.kept')}</h2>
        {list.length === 0 && <p class="quiet">{t('ledger.promo.empty')}</p>}
        <ul class="promo-list">
          {list.map((promotion) =>
            editing === promotion.id && promotion.publishedAt === null ? (
              <li key={promotion.id}>
                <PromotionEditor {...shared} promotion={promotion} onSaved={() => setEditing(null)} />
              </li>
            ) : (
              <PromotionCard
                key={promotion.id}
                {...{ acts, promotion, currency, today }}
                onEdit={() => setEditing(promotion.id)}
              />
            ),
          )}
        </ul>
      </section>
    </>
  );
}
