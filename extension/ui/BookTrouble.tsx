import { useEffect } from 'preact/hooks';
import { useWords } from './words';

interface BookTroubleProps {
  /** `moved`: another window put another book in place. `closed`: the browser gives no storage. */
  readonly kind: 'moved' | 'closed';
  readonly onDrawn: () => void;
}

/** The page has no book to show: why, and the way out. */
export function BookTrouble({ kind, onDrawn }: BookTroubleProps) {
  const { t } = useWords();
  useEffect(onDrawn, [onDrawn]);
  return (
    <main class="page trouble">
      <p role="alert">{t(kind === 'moved' ? 'panel.book.moved' : 'panel.book.closed')}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {t('panel.book.reload')}
      </button>
    </main>
  );
}
