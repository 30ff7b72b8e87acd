import type { Change } from '@shared/records/action';
import { derivedId } from '@shared/records/id';
import type { Promised } from '@shared/records/promise';
import type { Referral } from '@shared/records/referral';
import { bothRewarded } from '@shared/records/referral-chain';
import { type Ack, type Refusal, refuse } from '../ack';
import { creating, type FieldsOf, setting } from '../changes';
import type { OpenBook } from '../open';
import { byIds } from '../reads/rows';
import { meet, type Who } from '../who';
import { amend, type Moment, missing, momentOf, present } from './common';
import { settledFields } from './promises';

/** Somebody on the other side of a referral: a buyer of the book, or only a name so far. */
export type Named = { readonly buyerId: string } | { readonly name: string };

export interface ReferralInput {
  /** Whether the buyer shown brought the other one, or was brought by them. */
  readonly direction: 'brought' | 'brought-by';
  readonly other: Named;
  readonly rewardReferrer: string;
  readonly rewardBrought: string;
}

/** The side of a referral that gets something. */
export type Side = 'referrer' | 'brought';

/**
 * Writes down who brought whom (P17). Somebody who is not in the book yet stands there by name. Who was brought
 * by a stranger to the book has the name as where they came from: there is nobody to reward.
 */
export function recordReferral(book: OpenBook, who: Who, input: ReferralInput): Promise<Ack> {
  return book.commit({
    name: 'record-referral',
    plan: async () => {
      const met = await meet(book, who);
      const moment = await momentOf(book);
      const { direction, other, rewardReferrer, rewardBrought } = input;
      if ('buyerId' in other && other.buyerId === met.buyerId) {
        return refuse('invalid', 'a buyer cannot have brought themselves');
      }
      const base = { rewardReferrer, rewardBrought, ...fresh(moment) };
      if (direction === 'brought') {
        const brought =
          'buyerId' in other
            ? { broughtId: other.buyerId, broughtName: '' }
            : { broughtId: null, broughtName: other.name };
        const change = creating('referrals', moment.id, { ...base, ...brought, buyerId: met.buyerId });
        return { buyerId: met.buyerId, changes: [...met.changes, change] };
      }
      const change =
        'buyerId' in other
          ? creating('referrals', moment.id, {
              ...base,
              buyerId: other.buyerId,
              broughtId: met.buyerId,
              broughtName: '',
            })
          : setting('buyers', met.buyerId, { source: other.name });
      return { buyerId: met.buyerId, changes: [...met.changes, change] };
    },
  });
}

function fresh({ at, by }: Moment) {
  return {
    state: 'named',
    referrerRewardedAt: null,
    broughtRewardedAt: null,
    notedAt: at,
    by,
  } as const;
}

/** The one who was only a name is this buyer of the book. */
export function linkBrought(book: OpenBook, id: string, broughtId: string): Promise<Ack> {
  return amend(book, 'link-referral', 'referrals', id, (referral) =>
    referral.buyerId === broughtId
      ? refuse('invalid', 'a buyer cannot have brought themselves')
      : { broughtId },
  );
}

/** Whoever was brought has bought: from now on both rewards are owed, as promises with the next order. */
export function referralBought(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'buy-referral',
    plan: async () => {
      const referral = await present(book, 'referrals', id);
      if (!referral) return missing('referrals', id);
      if (referral.state !== 'named') return refuse('invalid', `the referral is already ${referral.state}`);
      const moment = await momentOf(book);
      const state = bothRewarded(referral) ? 'rewarded' : 'bought';
      const owed = [
        ...reward(referral, 'referrer', referral.buyerId, referral.rewardReferrer, moment),
        ...(referral.broughtId === null
          ? []
          : reward(referral, 'brought', referral.broughtId, referral.rewardBrought, moment)),
      ];
      return { buyerId: referral.buyerId, changes: [setting('referrals', id, { state }), ...owed] };
    },
  });
}

function reward(
  referral: Referral,
  side: Side,
  buyerId: string,
  what: string,
  { at, by }: Moment,
): readonly Change[] {
  if (what === '') return [];
  return [
    creating('promises', rewardId(referral.id, side), {
      buyerId,
      what,
      kind: 'other',
      state: 'open',
      due: { on: 'next-order' },
      quote: '',
      saidAt: at,
      where: null,
      cost: null,
      orderNumber: null,
      settledAt: null,
      settledOn: null,
      by,
    }),
  ];
}

/** The promise that carries the reward of one side: the same on every seat. */
export function rewardId(referralId: string, side: Side): string {
  return derivedId('referral-reward', referralId, side);
}

/** One side got its reward; the promise of it is kept by the same action. */
export function rewardReferral(book: OpenBook, id: string, side: Side): Promise<Ack> {
  return book.commit({
    name: 'reward-referral',
    plan: async () => {
      const referral = await present(book, 'referrals', id);
      if (!referral) return missing('referrals', id);
      const moment = await momentOf(book);
      const fields = rewardedFields(referral, [side], moment.at);
      if (isRefusal(fields)) return fields;
      const promise = await present(book, 'promises', rewardId(id, side));
      const kept =
        promise?.state === 'open'
          ? [setting('promises', promise.id, settledFields('kept', moment.at, moment.day))]
          : [];
      return { buyerId: referral.buyerId, changes: [setting('referrals', id, fields), ...kept] };
    },
  });
}

function rewardedFields(
  referral: Referral,
  sides: readonly Side[],
  at: string,
): Partial<FieldsOf<'referrals'>> | Refusal {
  if (referral.state === 'released') return refuse('invalid', 'the referral was let go');
  const times = {
    referrerRewardedAt: referral.referrerRewardedAt ?? (sides.includes('referrer') ? at : null),
    broughtRewardedAt: referral.broughtRewardedAt ?? (sides.includes('brought') ? at : null),
  };
  return { ...times, ...(bothRewarded({ ...referral, ...times }) ? { state: 'rewarded' as const } : {}) };
}

/** It came to nothing, or was a mistake. What is still owed for it is owed no more. */
export function releaseReferral(book: OpenBook, id: string): Promise<Ack> {
  return book.commit({
    name: 'release-referral',
    plan: async () => {
      const referral = await present(book, 'referrals', id);
      if (!referral) return missing('referrals', id);
      const { at, day } = await momentOf(book);
      const owed = await rewardsOf(book, referral);
      const open = [...owed.values()].filter(({ state }) => state === 'open');
      return {
        buyerId: referral.buyerId,
        changes: [
          setting('referrals', id, { state: 'released' }),
          ...open.map((promise) => setting('promises', promise.id, settledFields('released', at, day))),
        ],
      };
    },
  });
}

/** Rewards whose promise was kept elsewhere, as in "You owe", are given: the referral learns of it with the day. */
export function settleReferrals(book: OpenBook): Promise<Ack> {
  return book.commit({
    name: 'reward-referral',
    plan: async () => {
      const { at } = await momentOf(book);
      const bought = await book.db.referrals.where('state').equals('bought').toArray();
      const changes = await Promise.all(
        bought
          .filter(({ deleted }) => !deleted)
          .map(async (referral): Promise<readonly Change[]> => {
            const owed = await rewardsOf(book, referral);
            const given = (['referrer', 'brought'] as const).filter((side) => {
              const already = side === 'referrer' ? referral.referrerRewardedAt : referral.broughtRewardedAt;
              return already === null && owed.get(rewardId(referral.id, side))?.state === 'kept';
            });
            const fields = given.length > 0 ? rewardedFields(referral, given, at) : {};
            return given.length === 0 || isRefusal(fields) ? [] : [setting('referrals', referral.id, fields)];
          }),
      );
      return { buyerId: null, changes: changes.flat() };
    },
  });
}

function rewardsOf({ db }: OpenBook, { id }: Referral): Promise<ReadonlyMap<string, Promised>> {
  return byIds(db.promises, [rewardId(id, 'referrer'), rewardId(id, 'brought')]);
}

function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false;
}
