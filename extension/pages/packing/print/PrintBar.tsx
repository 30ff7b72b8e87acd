import type { Parcel } from '@extension/book/reads/parcels';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { cardsOf, slipsOf } from './cards';
import { PAPERS } from './sizes';
import type { Printing } from './use-print';

interface PrintBarProps {
  readonly list: readonly Parcel[];
  readonly print: Printing;
}

/** On which paper, and what: the list, the slips, the cards. */
export function PrintBar({ list, print }: PrintBarProps) {
  const { t } = useMore();
  if (list.length === 0) return null;
  const cards = cardsOf(list).length;
  const slips = slipsOf(list).length;
  return (
    <div class="print-bar no-print">
      <SelectField
        label={t('parcels.paper')}
        value={print.size}
        options={PAPERS.map((value) => ({ value, label: t(`parcels.paper.${value}`) }))}
        onValue={print.setSize}
        narrow
      />
      {/* No checkbox: on this page a checkbox is a parcel. */}
      <button type="button" aria-pressed={print.qr} onClick={() => print.setQr(!print.qr)}>
        {t('parcels.qr')}
      </button>
      <div class="acts">
        <button type="button" onClick={() => print.print('list')}>
          {t('packing.print')}
        </button>
        <button type="button" disabled={slips === 0} onClick={() => print.print('slips')}>
          {t('parcels.printSlips', { n: slips })}
        </button>
        <button type="button" disabled={cards === 0} onClick={() => print.print('cards')}>
          {t('parcels.printCards', { n: cards })}
        </button>
      </div>
    </div>
  );
}
