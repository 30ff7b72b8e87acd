import { useEffect } from 'preact/hooks';
import { useWords } from './words';

interface BookTroubleProps {
  /**
   * `moved`: another window put another book in place. `closed`: the browser gives no storage. `refused`: it has
   * storage, and opens no database in it. `blocked`: a window of an older version keeps the book from being opened; the
   * page goes on by itself once that one is closed.
   */
  readonly kind: 'moved' | 'closed' | 'refused' | 'blocked';
  readonly onDrawn: () => void;
}

/** The page has no book to show: why, and the way out. */
export function BookTrouble({ kind, onDrawn }: BookTroubleProps) {
  const { t } = useWords();
  useEffect(onDrawn, [onDrawn]);
  return (
    <main class="page trouble">
      <p role="alert">{t(`panel.book.${kind}`)}</p>
      {kind !== 'blocked' && (
        <button type="button" class="primary" onClick={() => location.reload()}>
          {t('panel.book.reload')}
        </button>
      )}
    </main>
  );
}
