import { currentBook, onBookNews } from '@extension/book/current';
import { dropNews, type News, readNews } from '@extension/book/journal/news';
import { smallStore } from '@extension/book/journal/ways';
import type { Lang } from '@shared/i18n/lang';
import { type ComponentChild, render } from 'preact';
import { MovedBar, NewsBar, Rebuilding } from './BookKeeping';
import { durableWords } from './durable-words';

/** Tells over a page what there is to tell of how the book is kept: from the last time, and from now on. */
export async function tellKeeping(): Promise<void> {
  onBookNews((news) => void showNews(news));
  const kept = await readNews(smallStore).catch(() => null);
  if (kept) await showNews(kept);
  const [{ startBackups }, book] = await Promise.all([import('@extension/book/backups/auto'), currentBook()]);
  startBackups(book);
}

async function showNews(news: News): Promise<void> {
  const t = await durableWords(langNow());
  const read = () => {
    draw(null);
    void dropNews(smallStore);
  };
  draw(<NewsBar news={news} t={t} onRead={read} />);
}

/**
 * The page's book is another one now. Without anything typed the page loads again; else its user is told, by
 * `instead` or over what was typed.
 */
export async function reloadWhenIdle(instead: (() => void) | null): Promise<void> {
  const typed = [...document.querySelectorAll('textarea, input:not([type=file])')].some(
    (field) => 'value' in field && field.value !== '' && !field.matches('[type=checkbox], [type=radio]'),
  );
  if (!typed) return location.reload();
  if (instead) return instead();
  draw(<MovedBar t={await durableWords(langNow())} />);
}

/** Shown instead of a page while its book is given back. */
export async function showRebuilding(app: HTMLElement, rows: number): Promise<void> {
  render(<Rebuilding rows={rows} t={await durableWords(langNow())} />, app);
}

/** The page knows by then which language it speaks. */
function langNow(): Lang {
  return document.documentElement.lang as Lang;
}

let bar: HTMLElement | null = null;

function draw(content: ComponentChild): void {
  if (!bar) {
    bar = document.createElement('div');
    document.body.prepend(bar);
  }
  render(content, bar);
}
