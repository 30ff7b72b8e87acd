import { answerWish } from '@extension/book/actions/wishes';
import { type CountedWish, wishesCounted } from '@extension/book/reads/wishes';
import { EditValue } from '@extension/ui/EditValue';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';

/** What buyers wished for, counted: the most wanted first, with what the shop did about it (P21). */
export function Wishes({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const wishes = useLive(() => wishesCounted(book), [book]);
  const [editing, setEditing] = useState<string | null>(null);
  if (!wishes) return null;
  function answer({ ids, what, answer: before }: CountedWish, text: string): void {
    setEditing(null);
    if (text === before) return;
    void acts.run(answerWish(book, ids, text), { key: 'people.done.answered', params: { what } });
  }
  return (
    <section class="part" aria-label={t('people.wishes')}>
      <h2>{t('people.wishes')}</h2>
      {wishes.length === 0 && <p class="quiet">{t('people.wishes.none')}</p>}
      {wishes.length > 0 && (
        <ul class="site-list">
          {wishes.map((wish) => (
            <li key={wish.key}>
              <span class="product-name">
                {wish.what} {wish.product && <span class="quiet small">{wish.product}</span>}
              </span>
              <span class="count">{t('people.wishes.count', { n: wish.buyers })}</span>
              {editing === wish.key ? (
                <EditValue
                  label={t('people.wish.answer')}
                  start={wish.answer}
                  maxLength={500}
                  onSave={(text) => answer(wish, text)}
                  onLeave={() => setEditing(null)}
                />
              ) : (
                <button type="button" class="plain" onClick={() => setEditing(wish.key)}>
                  {wish.answer || t('people.wish.answerAdd')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
