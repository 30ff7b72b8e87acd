import type { OpenBook } from '@extension/book/open';
import { byIds } from '@extension/book/reads/rows';
import { setting } from '@extension/book/reads/settings';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { usePlaceName } from '@extension/ui/use-place-name';
import { useToday } from '@extension/ui/use-today';
import { loadMore } from '@shared/i18n/more';
import { useEffect, useState } from 'preact/hooks';
import { ProofCard } from './ProofCard';

const PAPERS = ['t100', 't76', 't60', 'a6'] as const;
type Paper = (typeof PAPERS)[number];

/** 约定记录: one promise or discount on paper, for the parcel or the drawer. The buyer's name is masked. */
export function ProofPage({ book, onReady }: { readonly book: OpenBook; readonly onReady: () => void }) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const placeName = usePlaceName(book);
  const [spoken, setSpoken] = useState(false);
  const [paper, setPaper] = useState<Paper>('t100');
  useEffect(() => void loadMore(lang).then(() => setSpoken(true)), [lang]);
  const query = new URLSearchParams(location.search);
  const found = useLive(() => readProof(book, query.get('promise'), query.get('discount')), [book]);
  const ready = spoken && found !== undefined;
  useEffect(() => {
    if (ready) onReady();
  }, [ready, onReady]);
  if (!ready) return null;
  return (
    <main class="proof-page">
      <header class="no-print">
        <h1>{t('ledger.proof.title')}</h1>
        {found.what !== null && (
          <>
            <SelectField
              label={t('ledger.proof.paper')}
              value={paper}
              options={PAPERS.map((value) => ({ value, label: t(`ledger.proof.paper.${value}`) }))}
              onValue={setPaper}
            />
            <button type="button" class="primary" onClick={() => window.print()}>
              {t('ledger.proof.doPrint')}
            </button>
          </>
        )}
      </header>
      {found.what === null ? (
        <p>{t('ledger.proof.gone')}</p>
      ) : (
        <ProofCard
          {...found}
          what={found.what}
          paper={paper}
          today={today}
          zone={book.world.timeZone}
          placeName={placeName}
        />
      )}
    </main>
  );
}

async function readProof(book: OpenBook, promiseId: string | null, discountId: string | null) {
  const { db } = book;
  const [promise, discount, shopName] = await Promise.all([
    promiseId === null ? undefined : db.promises.get(promiseId),
    discountId === null ? undefined : db.discounts.get(discountId),
    setting(book, 'shopName', ''),
  ]);
  const record = promise && !promise.deleted ? promise : discount && !discount.deleted ? discount : null;
  const buyers = await byIds(db.buyers, record ? [record.buyerId] : []);
  const name = record ? (buyers.get(record.buyerId)?.name ?? '') : '';
  return { what: record, name, shopName };
}
