import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import type { Product } from '@shared/records/product';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import type { BuyerSubject } from '../state/subject';
import { NeighbourProof } from './NeighbourProof';

/** What a card says, in the order a question needs it. The floor is not among it: it is never said. */
export const CARD_TEXTS = ['care', 'taboos', 'suits', 'goesWith', 'weakPoints'] as const;

interface ProductCardProps {
  readonly product: Product;
  /** The buyer asked: then an answer may be filled, and what goes with it may be offered. */
  readonly asked: boolean;
  readonly subject: BuyerSubject;
  readonly buyerId: string | null;
}

/** One product card beside the chat: each text one key away from the reply box, the floor in yellow. */
export function ProductCard({ product, asked, subject, buyerId }: ProductCardProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const [proof, setProof] = useState(false);
  const { name, price, floor, soldOut } = product;
  const fillable = (field: (typeof CARD_TEXTS)[number]) => asked || field !== 'goesWith';
  return (
    <article class="people-card" aria-label={name}>
      <p class="people-card-title">
        <strong>{name}</strong>
        {price && <span class="money">{formatMoney(price, lang)}</span>}
        {soldOut && <span class="tone-late">{t('people.products.soldOut')}</span>}
      </p>
      {floor && <p class="private small">{t('people.finder.floor', { floor: formatMoney(floor, lang) })}</p>}
      <dl>
        {CARD_TEXTS.filter((field) => product[field] !== '').map((field) => (
          <div key={field}>
            <dt>{t(`people.product.${field}`)}</dt>
            <dd>
              <span>{product[field]}</span>
              {fillable(field) && (
                <button
                  type="button"
                  class="icon-button small-button"
                  aria-label={t('people.finder.fill', { field: t(`people.product.${field}`) })}
                  onClick={() => void session.fill(product[field])}
                >
                  <Icon name="fill" />
                </button>
              )}
            </dd>
            <RedLineHint book={session.book} text={product[field]} platform={subject.platform} />
          </div>
        ))}
      </dl>
      {proof ? (
        <NeighbourProof buyerId={buyerId} product={product} onLeave={() => setProof(false)} />
      ) : (
        <span class="acts">
          <button type="button" class="plain" onClick={() => setProof(true)}>
            {t('people.proof')}
          </button>
        </span>
      )}
    </article>
  );
}
