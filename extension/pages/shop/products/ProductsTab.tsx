import './products.css';
import { markSoldOut, removeProduct } from '@extension/book/actions/products';
import { products } from '@extension/book/reads/products';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Product } from '@shared/records/product';
import { answers } from '@shared/records/product-match';
import { formatMoney } from '@shared/text/money';
import { matchKey } from '@shared/text/normalize';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { ProductForm } from './ProductForm';
import { Wishes } from './Wishes';

/** Cards in sight before a word is asked for. */
const SHOWN = 60;

/** The product cards of the shop (P21), and what buyers wished for. */
export function ProductsTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const all = useLive(() => products(book), [book]);
  const [query, setQuery] = useState('');
  const [editing, setEditing] = useState<Product | 'new' | null>(null);
  if (!all) return null;
  const found = fitting(all, query);
  const shown = found.slice(0, SHOWN);
  return (
    <>
      <section class="part" aria-label={t('people.products')}>
        <p class="quiet">{t('people.products.why')}</p>
        {editing ? (
          <ProductForm
            key={editing === 'new' ? '' : editing.id}
            product={editing === 'new' ? null : (all.find(({ id }) => id === editing.id) ?? editing)}
            all={all}
            book={book}
            acts={acts}
            onLeave={() => setEditing(null)}
          />
        ) : (
          <div class="product-tools">
            {all.length > 0 && (
              <input
                type="search"
                aria-label={t('people.products.find')}
                placeholder={t('people.products.findHint')}
                value={query}
                maxLength={100}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            )}
            <button type="button" class="primary" onClick={() => setEditing('new')}>
              {t('people.products.add')}
            </button>
          </div>
        )}
        {all.length === 0 && !editing && <p class="empty">{t('people.products.none')}</p>}
        {all.length > 0 && found.length === 0 && (
          <p class="quiet">{t('people.products.nothing', { query })}</p>
        )}
        {shown.length > 0 && (
          <ul class="site-list product-list">
            {shown.map((product) => (
              <ProductLine
                key={product.id}
                product={product}
                onEdit={() => setEditing(product)}
                onRemove={() =>
                  void acts.run(removeProduct(book, product.id), {
                    key: 'people.done.productRemoved',
                    params: { name: product.name },
                  })
                }
                onSoldOut={(soldOut) =>
                  void acts.run(markSoldOut(book, product.id, soldOut), {
                    key: soldOut ? 'people.done.soldOut' : 'people.done.inStock',
                    params: { name: product.name },
                  })
                }
              />
            ))}
          </ul>
        )}
        {found.length > SHOWN && (
          <p class="quiet">{t('people.products.more', { n: found.length - SHOWN })}</p>
        )}
      </section>
      <Wishes book={book} acts={acts} />
    </>
  );
}

/** Cards that hold the words as they stand, else those that answer them. */
function fitting(all: readonly Product[], query: string): readonly Product[] {
  const wanted = matchKey(query);
  if (wanted === '') return all;
  const holding = all.filter((product) =>
    matchKey([product.name, ...product.aliases].join(' ')).includes(wanted),
  );
  if (holding.length > 0) return holding;
  return all
    .map((product) => ({ product, score: answers(product, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

interface ProductLineProps {
  readonly product: Product;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onSoldOut: (soldOut: boolean) => void;
}

function ProductLine({ product, onEdit, onRemove, onSoldOut }: ProductLineProps) {
  const { t, lang } = useMore();
  const { name, aliases, price, floor, soldOut } = product;
  return (
    <li>
      <span class="product-name">
        <strong>{name}</strong> <span class="quiet small">{aliases.join(t('people.join'))}</span>
      </span>
      <span class="money">{price && formatMoney(price, lang)}</span>
      {floor && (
        <span class="private small">{t('people.finder.floor', { floor: formatMoney(floor, lang) })}</span>
      )}
      <label class="check small">
        <input
          type="checkbox"
          checked={soldOut}
          aria-label={t('people.products.soldOutOf', { name })}
          onChange={(event) => onSoldOut(event.currentTarget.checked)}
        />{' '}
        {t('people.products.soldOut')}
      </label>
      <span class="acts">
        <button type="button" class="plain" aria-label={t('people.products.edit', { name })} onClick={onEdit}>
          {t('people.edit')}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={t('people.products.remove', { name })}
          onClick={onRemove}
        >
          {t('people.remove')}
        </button>
      </span>
    </li>
  );
}
