import './privacy.css';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { FindOne } from './FindOne';
import { GuestPart } from './GuestPart';
import { OldFiles } from './OldFiles';
import { OneBuyer } from './OneBuyer';
import { Requests } from './Requests';

/** One buyer's data, the log of requests about it, old files, and who may look. */
export function PrivacyTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const [buyerId, setBuyerId] = useState(() => new URLSearchParams(location.search).get('buyer'));
  const look = (id: string) => {
    setBuyerId(id);
    document.querySelector('.shop-page')?.scrollIntoView();
  };
  return (
    <div class="privacy">
      <Part title={t('privacy.one.title')}>
        {buyerId === null ? (
          <FindOne book={book} onFound={setBuyerId} />
        ) : (
          <OneBuyer
            key={buyerId}
            buyerId={buyerId}
            book={book}
            acts={acts}
            onLeave={() => setBuyerId(null)}
          />
        )}
      </Part>
      <div class="no-print privacy">
        <Requests book={book} acts={acts} buyerId={buyerId} onLook={look} />
        <OldFiles book={book} acts={acts} onLook={look} />
        <GuestPart />
      </div>
    </div>
  );
}
