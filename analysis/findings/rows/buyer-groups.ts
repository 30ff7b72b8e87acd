import type { Book } from '@shared/records/book';
import { inView } from '../../measures/book-view';
import { recoveryCases } from '../../measures/complaint-care';
import { doseCases } from '../../measures/dose-response';
import { coinTosses } from '../../measures/gift-test';
import { giftReturns } from '../../measures/gifts';
import type { MeasureInput } from '../../measures/input';
import { promisesSaid, worstByBuyer } from '../../measures/promise-outcomes';
import { outcomesByBuyer } from '../../measures/promises';
import { referralsNamed } from '../../measures/referrals';
import { rfmScores } from '../../measures/rfm';
import { type BehindSet, halvesOf } from './behind';
import { wishesLike } from './care-rows';
import type { Keep } from './keep';

/** Buyers whom the book puts together, by their key. Each mark says which group. */
export function buyersOfGroup(
  set: BehindSet,
  mark: string | null,
  input: MeasureInput,
  keep: Keep,
): readonly string[] {
  if (set === 'scored' || set === 'moved') return scored(set, mark, input, keep);
  const { book, view } = input;
  if (book === null || mark === null) {
    if (set !== 'referrers' || book === null) return [];
    return [...new Set(referralsNamed(book, view).map((one) => one.buyerId))];
  }
  switch (set) {
    case 'outcomeBuyers':
    case 'outcomeRepeat':
      return byOutcome(mark, set === 'outcomeRepeat' ? 2 : 1, book, input);
    case 'buyers':
    case 'repeatBuyers':
      return brought(mark, set === 'repeatBuyers' ? 2 : 1, book, input);
    case 'tossed':
      return coinTosses(book, input.purchases, view).flatMap(({ buyer, side, returned }) =>
        side === mark && returned === null ? [buyer] : [],
      );
    case 'wishBuyers':
      return [...new Set(wishesLike(mark, book, view).map((one) => one.buyerId))];
    default:
      return returning(mark, set === 'giftReturned', book, input);
  }
}

/** `5/4` stands at recency 5 and frequency 4; `up`, `down` and `new` moved so in four weeks. */
function scored(
  set: 'scored' | 'moved',
  mark: string | null,
  { days, asOf }: MeasureInput,
  keep: Keep,
): readonly string[] {
  const like = keep('scores', () => rfmScores(days, asOf)).filter(({ r, f, movement }) =>
    set === 'moved' ? movement === mark : mark === null || mark === `${r}/${f}`,
  );
  return like.map(({ buyer }) => buyer);
}

/** `kept`, `broken` or `none` as the letter tells them; `worst/late` by the worst of all that was promised. */
function byOutcome(
  mark: string,
  least: number,
  book: Book,
  { purchases, view }: MeasureInput,
): readonly string[] {
  const { kind, which } = halvesOf(mark);
  const outcomes: ReadonlyMap<string, string> =
    kind === 'worst' ? worstByBuyer(promisesSaid(book, view)) : outcomesByBuyer(book, view);
  return book.buyers.flatMap(({ id, deleted }) => {
    const bought = purchases.get(id)?.length ?? 0;
    return !deleted && bought >= least && (outcomes.get(id) ?? 'none') === which ? [id] : [];
  });
}

/** `referral/brought` came through somebody, `referral/others` did not. */
function brought(
  mark: string,
  least: number,
  book: Book,
  { purchases, view }: MeasureInput,
): readonly string[] {
  const named = new Set(referralsNamed(book, view).map(({ broughtId }) => broughtId));
  return [...purchases].flatMap(([buyer, times]) =>
    times.length >= least && named.has(buyer) === (mark === 'referral/brought') ? [buyer] : [],
  );
}

/**
 * Buyers watched for 60 days, all or those who came back: `gift` and `none` after a queue gift or without,
 * `dose/5-15/gift` by how long they had waited, `coin/none` by the side of the coin, `recovery/remedied` after a
 * complaint.
 */
function returning(
  mark: string,
  onlyReturned: boolean,
  book: Book,
  { purchases, view }: MeasureInput,
): readonly string[] {
  const { kind, which } = halvesOf(mark);
  const cases = (): readonly (readonly [buyer: string, returned: boolean])[] => {
    switch (kind) {
      case 'dose':
        return doseCases(book, purchases, view).flatMap(({ buyer, minutes, gift, returned }) =>
          which === `${minutes}/${gift ? 'gift' : 'none'}` ? [[buyer, returned]] : [],
        );
      case 'coin':
        return coinTosses(book, purchases, view).flatMap(({ buyer, side, returned }) =>
          side === which && returned !== null ? [[buyer, returned]] : [],
        );
      case 'recovery': {
        const list = book.complaints.filter((one) => !one.deleted && inView(one.openedAt, view));
        return [...recoveryCases(list, purchases, view)].flatMap(([buyer, { outcome, returned }]) =>
          outcome === which ? [[buyer, returned]] : [],
        );
      }
      default:
        return [...giftReturns(book, purchases, view)[which === 'gift' ? 'gift' : 'none']];
    }
  };
  return cases().flatMap(([buyer, returned]) => (returned || !onlyReturned ? [buyer] : []));
}
