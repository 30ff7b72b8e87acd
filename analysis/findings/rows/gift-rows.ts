import type { Book } from '@shared/records/book';
import type { Gift, GiftState } from '@shared/records/gift';
import type { BookView } from '../../measures/book-view';
import { giftStateAt, giftsGiven, queueGifts, waitBand } from '../../measures/gifts';
import type { MeasureInput } from '../../measures/input';
import type { BehindRow } from './behind';
import type { Names } from './rows-behind';
import { saidRow } from './said-row';

const STATES = {
  gifts: null,
  giftsPacked: 'packed',
  giftsWaiting: 'waiting-for-order',
  giftsExpired: 'expired',
} as const satisfies Record<string, GiftState | null>;

/** Gifts that were promised, by what became of them. */
export function giftRows(
  set: keyof typeof STATES,
  book: Book,
  view: BookView,
  names: Names,
): readonly BehindRow[] {
  const wanted = STATES[set];
  return giftsGiven(book, view)
    .filter((one) => {
      const state = giftStateAt(one, view);
      return wanted === null ? state !== 'to-be-sent' : state === wanted;
    })
    .map((gift) => giftRow(gift, view, names));
}

/** Gifts for waiting whose 60 days are over, all or those whose buyers came back; the mark is how long they waited. */
export function waitGiftRows(
  set: 'giftsByWait' | 'giftsReturned',
  band: string | null,
  { book, purchases, view }: MeasureInput,
  names: Names,
): readonly BehindRow[] {
  if (book === null) return [];
  return queueGifts(book, purchases, view)
    .filter(({ gift, returned }) => {
      return (returned || set === 'giftsByWait') && (band === null || waitBand(gift.waitSeconds) === band);
    })
    .map(({ gift }) => giftRow(gift, view, names));
}

function giftRow({ buyerId, what, saidAt, cost }: Gift, view: BookView, names: Names): BehindRow {
  return saidRow({ buyerId, what, at: saidAt, money: cost }, view, names);
}
