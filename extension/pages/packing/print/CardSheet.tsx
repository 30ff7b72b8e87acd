import { useMore } from '@extension/ui/more';
import type { Card } from './cards';

/** Characters from which a card is set in smaller type, so that it stays one card. */
const LONG = 60;

interface CardSheetProps {
  readonly card: Card;
  /** The shop's name, and nothing else of it: a card is no advertisement. */
  readonly shop: string;
}

/** A card: the words; whose they are; the shop's name small below when they are the buyer's (P7, P9). */
export function CardSheet({ card, shop }: CardSheetProps) {
  const { t } = useMore();
  const { to, words, from } = card;
  return (
    <article class={[...words].length > LONG ? 'sheet card-sheet long' : 'sheet card-sheet'}>
      {to && <p class="card-to">{t('parcels.card.to', { to })}</p>}
      <p class="card-words">{words}</p>
      {from && <p class="card-from">{from}</p>}
      <p class={from ? 'card-shop below' : 'card-shop'}>{shop}</p>
    </article>
  );
}
