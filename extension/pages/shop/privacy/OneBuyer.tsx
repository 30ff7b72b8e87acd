import { noteHandedOut } from '@extension/book/actions/requests';
import { everythingAbout, handedFile } from '@extension/book/reads/one-buyer';
import { download } from '@extension/ui/download';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { BuyerSheet } from './BuyerSheet';
import { EraseForm } from './EraseForm';

interface OneBuyerProps extends ShopTabProps {
  readonly buyerId: string;
  readonly onLeave: () => void;
}

/** Everything about one buyer: how much there is, as a file, on paper, and gone. */
export function OneBuyer({ buyerId, book, acts, onLeave }: OneBuyerProps) {
  const { t } = useMore();
  const today = useToday(book);
  const [erasing, setErasing] = useState(false);
  const [erased, setErased] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const all = useLive(() => everythingAbout(book, buyerId), [book, buyerId]);
  const other = (
    <button type="button" class="plain" onClick={onLeave}>
      {t('privacy.one.other')}
    </button>
  );
  if (erased !== null) {
    return (
      <>
        <p class="notice" role="status">
          {erased}
        </p>
        <p class="quiet">{t('privacy.erase.left')}</p>
        <p>{other}</p>
      </>
    );
  }
  if (all === undefined) return <div class="frame" aria-busy="true" />;
  if (all === null) {
    return (
      <p class="empty">
        {t('privacy.one.gone')} {other}
      </p>
    );
  }
  const records = all.count - all.history.length;
  const counts = { n: records, tables: Object.keys(all.tables).length, lines: all.history.length };
  async function save(): Promise<void> {
    if (!all) return;
    const name = `zhanggui-buyer-${today}.json`;
    download(name, handedFile(all, new Date(book.world.now()).toISOString()), 'application/json');
    await noteHandedOut(book, all.buyer, all.count);
    acts.say({ key: 'privacy.one.saved', params: { name }, undoes: null, trouble: false });
  }
  function print(): void {
    setOpen(true);
    // Drawn first, then printed.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  }
  return (
    <>
      <p class="privacy-who">
        <strong>
          <Name of={all.buyer.name} />
        </strong>{' '}
        <span class="no-print">{other}</span>
      </p>
      <p class="no-print">{t('privacy.one.holds', counts)}</p>
      <div class="acts no-print">
        <button type="button" class="primary" onClick={() => void save()}>
          {t('privacy.one.save')}
        </button>
        <button type="button" onClick={print}>
          {t('privacy.one.print')}
        </button>
        {!erasing && (
          <button type="button" class="plain" onClick={() => setErasing(true)}>
            {t('privacy.one.erase')}
          </button>
        )}
      </div>
      {erasing && (
        <EraseForm
          book={book}
          buyer={all.buyer}
          records={records}
          onLeave={() => setErasing(false)}
          onErased={setErased}
        />
      )}
      <details class="privacy-sheet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="no-print">{t('privacy.one.read')}</summary>
        {open && <BuyerSheet all={all} today={today} zone={book.world.timeZone} />}
      </details>
    </>
  );
}
