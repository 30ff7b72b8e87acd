import type { Aim } from '@shared/records/week-work';
import type { Review } from '../../review';

/** What a number is, for whoever writes it. */
export type AimKind = 'count' | 'share' | 'money' | 'score' | 'minutes';

interface AimedAt {
  readonly kind: AimKind;
  readonly value: (review: Omit<Review, 'findings'>) => number | null;
}

const ofWeek = (key: string) => (review: Omit<Review, 'findings'>) =>
  review.week?.rows.find((row) => row.key === key)?.now ?? null;

/** Each number a decision may aim at: where the review holds it. */
export const AIMED: Readonly<Record<Aim, AimedAt>> = {
  late: { kind: 'count', value: ({ promises }) => promises?.late ?? null },
  kept: { kind: 'share', value: ({ promises }) => promises?.keptRate ?? null },
  orders: { kind: 'count', value: ofWeek('orders') },
  revenue: { kind: 'money', value: ofWeek('revenue') },
  newBuyers: { kind: 'count', value: ofWeek('newBuyers') },
  returnedBuyers: { kind: 'count', value: ofWeek('returnedBuyers') },
  repeat: { kind: 'share', value: ({ repeat }) => repeat?.rate ?? null },
  score: { kind: 'score', value: ({ satisfaction }) => satisfaction?.mean ?? null },
  answers: { kind: 'share', value: ({ satisfaction }) => satisfaction?.responseRate ?? null },
  owed: { kind: 'money', value: ({ goodwill }) => goodwill?.outstanding ?? null },
  giftCost: { kind: 'money', value: ({ gifts }) => gifts?.cost ?? null },
  complaints: { kind: 'count', value: ofWeek('complaints') },
  waits: { kind: 'minutes', value: ({ waits }) => waits?.medianMinutes ?? null },
};

/** A number as the review has it; `null` where it has none. */
export function aimValue(review: Omit<Review, 'findings'>, aim: Aim): number | null {
  return AIMED[aim].value(review);
}
