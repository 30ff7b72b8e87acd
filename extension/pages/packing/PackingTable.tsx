import type { OpenBook } from '@extension/book/open';
import { parcels } from '@extension/book/reads/parcels';
import { plainOrders } from '@extension/book/reads/plain-orders';
import { setting } from '@extension/book/reads/settings';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { dayWords } from '@extension/ui/when';
import { loadMore } from '@shared/i18n/more';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../Notice';
import { useActs } from '../use-acts';
import { ParcelRow } from './ParcelRow';
import { PlainOrders } from './PlainOrders';
import { dayMark, toRemember } from './parcel';
import { PrintBar } from './print/PrintBar';
import { type PrintJob, PrintSheets } from './print/PrintSheets';
import { usePrint } from './print/use-print';
import { ScanBox } from './ScanBox';

/** Today's parcels with what is special about each; a tick is "packed" (P7, J12, J23). */
export function PackingTable({ book, onReady }: { readonly book: OpenBook; readonly onReady: () => void }) {
  const { t, lang } = useMore();
  const today = useToday(book);
  const [spoken, setSpoken] = useState(false);
  useEffect(() => void loadMore(lang).then(() => setSpoken(true)), [lang]);
  const sample = new URLSearchParams(location.search).has('sample');
  const both = useLive(async () => {
    const list = await parcels(book, today, sample ? 'sample' : 'shop');
    return { list, plain: sample ? [] : await plainOrders(book, today, list) };
  }, [book, today, sample]);
  const shop = useLive(() => setting(book, 'shopName', ''), [book]);
  const acts = useActs(book);
  const print = usePrint();
  const ready = both !== undefined && spoken;
  useEffect(() => {
    if (ready) onReady();
  }, [ready, onReady]);
  useEffect(() => {
    // Closing time in the panel ends with tomorrow's list: it asked for the paper already.
    if (ready && new URLSearchParams(location.search).get('print') === 'list') print.print('list');
  }, [ready]);
  if (!ready) return null;
  const { list, plain } = both;
  const packed = list.filter(({ packedToday }) => packedToday).length;
  const special = list.filter(toRemember).length;
  const marks = list.map((parcel) => dayMark(parcel, today));
  const count = (mark: 'today' | 'left') =>
    marks.filter((one) => one === mark).length +
    plain.filter(({ orderedOn }) => (orderedOn === today) === (mark === 'today')).length;
  const job: PrintJob = { list, shop: shop ?? '', today, qr: print.qr };
  return (
    <>
      <main class={`page packing paper-${print.size} ${print.what === 'list' ? '' : 'no-print'}`}>
        <header class="packing-head">
          <h1>{t('packing.title')}</h1>
          <p class="quiet">{[shop, dayWords(today, today, lang)].filter(Boolean).join(' · ')}</p>
        </header>
        {sample && <p class="notice">{t('desk.sample.packing')}</p>}
        <ScanBox book={book} parcels={list} plain={plain} today={today} acts={acts} />
        {list.length === 0 && plain.length === 0 ? (
          <p class="empty">{t('packing.empty')}</p>
        ) : (
          <>
            <p class="progress-words">
              {t('parcels.special', { all: list.length + plain.length, n: special })}{' '}
              <span class="quiet">{t('packing.packed', { n: packed, all: list.length })}</span>
            </p>
            {list.length > 0 && (
              <progress
                class="no-print"
                max={list.length}
                value={packed}
                aria-label={t('packing.progress')}
              />
            )}
            <p class="day-words">
              {count('left') > 0 && (
                <strong class="ship late">{t('parcels.left', { n: count('left') })}</strong>
              )}{' '}
              {count('today') > 0 && <span>{t('parcels.sameDay', { n: count('today') })}</span>}
            </p>
            <PrintBar list={list} print={print} />
            <ul class="parcels">
              {list.map((parcel) => (
                <ParcelRow key={parcel.key} parcel={parcel} today={today} acts={acts} />
              ))}
            </ul>
            <PlainOrders plain={plain} today={today} />
          </>
        )}
        <Notice acts={acts} />
      </main>
      <PrintSheets what={print.what} size={print.size} job={job} />
    </>
  );
}
