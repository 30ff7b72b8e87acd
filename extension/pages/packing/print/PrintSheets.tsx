import './print.css';
import type { Parcel } from '@extension/book/reads/parcels';
import { useMore } from '@extension/ui/more';
import { CardSheet } from './CardSheet';
import { cardsOf, slipsOf } from './cards';
import { Slip } from './Slip';
import type { Paper, Print } from './sizes';

/** What the printed sheets are about. */
export interface PrintJob {
  readonly list: readonly Parcel[];
  readonly shop: string;
  readonly today: string;
  readonly qr: boolean;
}

interface PrintSheetsProps {
  readonly what: Print;
  readonly size: Paper;
  readonly job: PrintJob;
}

/** Slips or cards on the chosen paper: on no screen, only on paper. The list prints itself. */
export function PrintSheets({ what, size, job }: PrintSheetsProps) {
  const { t } = useMore();
  if (what === 'list') return null;
  return (
    <div class={`sheets ${what} paper-${size}`}>
      {what === 'slips' &&
        slipsOf(job.list).map((parcel) => <Slip key={parcel.key} parcel={parcel} job={job} />)}
      {what === 'cards' &&
        cardsOf(job.list).map((card) => (
          <CardSheet key={card.id} card={card} shop={job.shop || t('parcels.card.ourShop')} />
        ))}
    </div>
  );
}
