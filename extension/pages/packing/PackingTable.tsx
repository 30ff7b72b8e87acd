import type { OpenBook } from '@extension/book/open';
import { parcels } from '@extension/book/reads/parcels';
import { setting } from '@extension/book/reads/settings';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { dayWords } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { useEffect } from 'preact/hooks';
import { Notice } from '../Notice';
import { useActs } from '../use-acts';
import { ParcelRow } from './ParcelRow';
import { toRemember } from './parcel';

/** Today's parcels with what is special about each; a tick is "packed" (P7, J12, J23). */
export function PackingTable({ book, onReady }: { readonly book: OpenBook; readonly onReady: () => void }) {
  const { t, lang } = useWords();
  const today = useToday(book);
  const list = useLive(() => parcels(book, today), [book, today]);
  const shop = useLive(() => setting(book, 'shopName', ''), [book]);
  const acts = useActs(book);
  useEffect(() => {
    if (list) onReady();
  }, [list, onReady]);
  if (!list) return null;
  const packed = list.filter(({ packedToday }) => packedToday).length;
  const special = list.filter(toRemember).length;
  return (
    <main class="page packing">
      <header class="packing-head">
        <h1>{t('packing.title')}</h1>
        <p class="quiet">{[shop, dayWords(today, today, lang)].filter(Boolean).join(' · ')}</p>
        {list.length > 0 && (
          <button type="button" class="no-print" onClick={() => window.print()}>
            {t('packing.print')}
          </button>
        )}
      </header>
      {list.length === 0 ? (
        <p class="empty">{t('packing.empty')}</p>
      ) : (
        <>
          <p class="progress-words">
            {t('packing.special', { n: special })}{' '}
            <span class="quiet">{t('packing.packed', { n: packed, all: list.length })}</span>
          </p>
          <progress class="no-print" max={list.length} value={packed} aria-label={t('packing.progress')} />
          <ul class="parcels">
            {list.map((parcel) => (
              <ParcelRow key={parcel.key} parcel={parcel} today={today} acts={acts} />
            ))}
          </ul>
        </>
      )}
      <Notice acts={acts} />
    </main>
  );
}
