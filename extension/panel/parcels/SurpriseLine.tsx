import './parcels.css';
import type { BuyerView } from '@extension/book/reads/buyer';
import { giftStockUse } from '@extension/book/reads/stock';
import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { surpriseFor } from '@shared/records/surprise';
import { usePanel } from '../state/context';

/** A buyer who came back and has had nothing for long: which gift is on the shelf for them (P8). Private (J9). */
export function SurpriseLine({ view }: { readonly view: BuyerView }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const stock = useLive(() => giftStockUse(book), [book]);
  const advice = stock && surpriseFor(view, stock, session.today.value);
  if (advice?.kind !== 'give') return null;
  return (
    <p class="private">
      <Icon name="lock" /> {t('parcels.gift.suggest')}{' '}
      {advice.lines
        .slice(0, 3)
        .map(({ line }) => line.name)
        .join(t('templates.join'))}{' '}
      <Key letter="G" />
    </p>
  );
}
