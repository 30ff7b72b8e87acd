import type { OpenBook } from '@extension/book/open';
import { Mark } from '@extension/ui/Mark';
import { useMore } from '@extension/ui/more';
import { loadMore } from '@shared/i18n/more';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../Notice';
import { useActs } from '../use-acts';
import { SHOP_TABS } from './tabs';

/** The shop's own things: what it sells, says, promises to all and waits for. One thing at a time. */
export function ShopPage({ book, onReady }: { readonly book: OpenBook; readonly onReady: () => void }) {
  const { t, lang } = useMore();
  const acts = useActs(book);
  const [spoken, setSpoken] = useState(false);
  const [id, setId] = useState(location.hash.slice(1));
  useEffect(() => void loadMore(lang).then(() => setSpoken(true)), [lang]);
  useEffect(() => {
    if (spoken) onReady();
  }, [spoken, onReady]);
  useEffect(() => {
    const follow = () => setId(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (!spoken) return null;
  const shown = SHOP_TABS.find((tab) => tab.id === id) ?? SHOP_TABS[0];
  return (
    <main class="page options shop-page">
      <header class="options-head">
        <Mark size={32} />
        <h1>{t('panel.menu.shop')}</h1>
      </header>
      <nav class="shop-tabs" aria-label={t('panel.menu.shop')}>
        {SHOP_TABS.map((tab) => (
          <a key={tab.id} href={`#${tab.id}`} aria-current={tab === shown ? 'page' : undefined}>
            {t(tab.title)}
          </a>
        ))}
      </nav>
      {shown && <shown.Content key={shown.id} book={book} acts={acts} />}
      <Notice acts={acts} />
    </main>
  );
}
