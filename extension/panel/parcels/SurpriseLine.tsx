import './parcels.css';
import type { OpenBook } from '@extension/book/open';
import type { BuyerView } from '@extension/book/reads/buyer';
import { giftShelf, type OnShelf } from '@extension/book/reads/stock';
import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { surpriseFor } from '@shared/records/surprise';
import { usePanel } from '../state/context';

/** The shelf as it was last seen: with the next buyer the line stands at first sight and pushes nothing down. */
const lastSeen = new WeakMap<OpenBook, readonly OnShelf[]>();

/** Looks at the shelf before the first buyer is there. A book that can't be read just then is asked again with them. */
export async function seeShelf(book: OpenBook): Promise<void> {
  const shelf = await giftShelf(book).catch(() => null);
  if (shelf) lastSeen.set(book, shelf);
}

/** A buyer who came back and has had nothing for long: which gift is on the shelf for them (P8). Private (J9). */
export function SurpriseLine({ view }: { readonly view: BuyerView }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const shelf = useLive(() => giftShelf(book), [book]) ?? lastSeen.get(book);
  if (shelf) lastSeen.set(book, shelf);
  const advice = shelf && surpriseFor(view, shelf, session.today.value);
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
