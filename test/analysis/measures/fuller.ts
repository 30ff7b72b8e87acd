import type { Dataset } from '@analysis/dataset';
import type { Book } from '@shared/records/book';
import { recordOf } from '../../setup/record';
import { envelope, gift } from './book-rows';

/**
 * A shop that has everything to be measured: the practice shop with what it does not draw — waits, tossed coins,
 * referrals, wishes, tags, and whether its buyers would recommend it. Every third buyer at most, by turns.
 */
export function fuller(data: Dataset): Dataset {
  const book = data.book!;
  const ids = book.buyers.map((buyer) => buyer.id);
  const day = (n: number) => new Date(Date.UTC(2026, 4, 1 + (n % 150), 12, (n * 7) % 60)).toISOString();
  const later = (moment: string, minutes: number) =>
    new Date(Date.parse(moment) + minutes * 60_000).toISOString();
  const full: Partial<Book> = {
    buyers: book.buyers.map((buyer, n) => (n % 4 === 0 ? { ...buyer, tags: ['老客'] } : buyer)),
    waits: ids.map((buyerId, n) =>
      recordOf('waits', {
        ...envelope('wait'),
        buyerId,
        platform: 'taobao',
        name: '',
        startedAt: day(n),
        exact: n % 2 === 0,
        place: 1,
        answeredAt: n % 9 === 0 ? null : later(day(n), (n * 5) % 50),
        leftAt: n % 9 === 0 ? later(day(n), 20) : null,
      }),
    ),
    gifts: [
      ...book.gifts,
      ...ids
        .filter((_, n) => n % 3 === 0)
        .map((buyerId, n) =>
          gift({
            buyerId,
            saidAt: day(3 * n),
            saidOn: day(3 * n).slice(0, 10),
            coin: n % 2 ? 'gift' : 'none',
          }),
        ),
    ],
    visits: book.visits.map((visit, n) => ({ ...visit, recommend: (n * 3) % 11 })),
    referrals: ids.slice(1, 12).map((buyerId, n) =>
      recordOf('referrals', {
        ...envelope('referral'),
        buyerId,
        broughtId: ids[n + 20]!,
        broughtName: '',
        state: n % 2 ? 'bought' : 'named',
        rewardReferrer: '10 off',
        rewardBrought: '',
        referrerRewardedAt: null,
        broughtRewardedAt: null,
        notedAt: day(n),
        by: 'owner',
      }),
    ),
    wishes: ids.slice(0, 6).map((buyerId, n) =>
      recordOf('wishes', {
        ...envelope('wish'),
        buyerId,
        what: n % 2 ? '小包装' : '礼盒',
        productId: null,
        notedAt: day(n),
        answer: '',
        by: 'owner',
      }),
    ),
  };
  const answers = {
    ...data.answers,
    recommend: Float64Array.from({ length: data.answers.count }, (_, n) => (n * 3) % 11),
  };
  return { ...data, book: { ...book, ...full }, answers };
}
