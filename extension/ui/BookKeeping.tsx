import './keeping.css';
import type { News } from '@extension/book/journal/news';
import type { DurableWords } from './durable-words';

interface NewsBarProps {
  readonly news: News;
  readonly t: DurableWords;
  readonly onRead: () => void;
}

/** What the owner has to know of how the book is kept, until it was read. */
export function NewsBar({ news, t, onRead }: NewsBarProps) {
  return (
    <div class="notice keeping" role="alert">
      <p>{t(`durable.news.${news.kind}`, { n: news.n })}</p>
      <button type="button" class="plain" onClick={onRead}>
        {t('durable.read')}
      </button>
    </div>
  );
}

/** The book was rebuilt beside a page in which something is being typed: nothing of that is taken away. */
export function MovedBar({ t }: { readonly t: DurableWords }) {
  return (
    <div class="notice keeping" role="alert">
      <p>{t('durable.moved')}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t('durable.reload')}
      </button>
    </div>
  );
}

interface RebuildingProps {
  readonly rows: number;
  readonly t: DurableWords;
}

/** In place of the page, while a lost book is given back. */
export function Rebuilding({ rows, t }: RebuildingProps) {
  return (
    <main class="page trouble">
      <p role="status">{t('durable.rebuilding', { n: rows })}</p>
    </main>
  );
}
