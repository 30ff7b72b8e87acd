import './scan.css';
import type { OpenBook } from '@extension/book/open';
import type { Parcel } from '@extension/book/reads/parcels';
import { ordersNumbered, type PlainOrder } from '@extension/book/reads/plain-orders';
import { composing, fromField } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import type { Order } from '@shared/records/order';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { ScanResult } from './ScanResult';
import { scan } from './scan';

interface ScanBoxProps {
  readonly book: OpenBook;
  readonly parcels: readonly Parcel[];
  readonly plain: readonly PlainOrder[];
  readonly today: string;
  readonly acts: Acts;
}

/**
 * Order or courier number and Enter (J23): what is special about that parcel, in huge type. A scanner is a
 * keyboard: the box takes the first key pressed anywhere on the page, and is empty again for the next parcel.
 */
export function ScanBox({ book, parcels, plain, today, acts }: ScanBoxProps) {
  const { t } = useMore();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [known, setKnown] = useState<readonly Order[]>([]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (bare && /^[\p{L}\p{N}]$/u.test(event.key) && !fromField(event.target)) field.current?.focus();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  async function look(): Promise<void> {
    const number = typed.trim();
    if (number === '') return;
    setKnown(scan(number, parcels, plain).kind === 'unknown' ? await ordersNumbered(book, number) : []);
    setAsked(number);
    setTyped('');
  }
  const leave = () => {
    setAsked(null);
    field.current?.focus();
  };
  return (
    <section class="scan no-print" aria-label={t('parcels.scan')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
        onKeyDown={(event) => {
          if (composing(event)) {
            if (event.key === 'Enter') event.preventDefault();
          } else if (event.key === 'Escape') {
            setTyped('');
            leave();
          }
        }}
      >
        <label>
          <span class="quiet small">{t('parcels.scan')}</span>
          <input
            ref={field}
            value={typed}
            maxLength={80}
            autocomplete="off"
            placeholder={t('parcels.scanHint')}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </form>
      {asked !== null && (
        <ScanResult
          // The parcel as it stands now: packed a moment ago is packed here too.
          scanned={scan(asked, parcels, plain)}
          asked={asked}
          known={known}
          parcels={parcels}
          today={today}
          acts={acts}
          onLeave={leave}
        />
      )}
    </section>
  );
}
