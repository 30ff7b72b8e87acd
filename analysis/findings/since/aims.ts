import type { Aim } from '@shared/records/week-work';
import type { Review } from '../../review';
import type { BehindSet } from '../rows/behind';

/** What a number is, for whoever writes it. */
export type AimKind = 'count' | 'share' | 'money' | 'score' | 'minutes';

interface AimedAt {
  readonly kind: AimKind;
  readonly value: (review: Omit<Review, 'findings'>) => number | null;
  /** The rows it counts, or is made of. */
  readonly rows: BehindSet;
}

const ofWeek = (key: string) => (review: Omit<Review, 'findings'>) =>
  review.week?.rows.find((row) => row.key === key)?.now ?? null;

/** Each number a decision may aim at: where the review holds it. */
export const AIMED: Readonly<Record<Aim, AimedAt>> = {
  late: { kind: 'count', value: ({ promises }) => promises?.late ?? null, rows: 'promisesLate' },
  kept: { kind: 'share', value: ({ promises }) => promises?.keptRate ?? null, rows: 'promisesDue' },
  orders: { kind: 'count', value: ofWeek('orders'), rows: 'weekOrders' },
  revenue: { kind: 'money', value: ofWeek('revenue'), rows: 'weekOrders' },
  newBuyers: { kind: 'count', value: ofWeek('newBuyers'), rows: 'weekNew' },
  returnedBuyers: { kind: 'count', value: ofWeek('returnedBuyers'), rows: 'weekReturned' },
  repeat: { kind: 'share', value: ({ repeat }) => repeat?.rate ?? null, rows: 'repeatBuyers' },
  score: { kind: 'score', value: ({ satisfaction }) => satisfaction?.mean ?? null, rows: 'answers' },
  answers: {
    kind: 'share',
    value: ({ satisfaction }) => satisfaction?.responseRate ?? null,
    rows: 'responses',
  },
  owed: { kind: 'money', value: ({ goodwill }) => goodwill?.outstanding ?? null, rows: 'discountsOwed' },
  giftCost: { kind: 'money', value: ({ gifts }) => gifts?.cost ?? null, rows: 'giftsPacked' },
  complaints: { kind: 'count', value: ofWeek('complaints'), rows: 'weekComplaints' },
  waits: { kind: 'minutes', value: ({ waits }) => waits?.medianMinutes ?? null, rows: 'waits' },
};

/** A number as the review has it; `null` where it has none. */
export function aimValue(review: Omit<Review, 'findings'>, aim: Aim): number | null {
  return AIMED[aim].value(review);
}
