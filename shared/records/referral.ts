import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, text } from './fields';

export const REFERRAL_STATES = ['named', 'bought', 'rewarded', 'released'] as const;

/** Who brought whom (P17): `buyerId` brought `broughtId`. Both sides get something; a chain is followed by ids. */
export const referralSchema = stored({
  buyerId: id,
  broughtId: v.nullable(id),
  /** What the shop knows of somebody who is not in the book yet. */
  broughtName: line,
  state: v.picklist(REFERRAL_STATES),
  rewardReferrer: text,
  rewardBrought: text,
  referrerRewardedAt: v.nullable(moment),
  broughtRewardedAt: v.nullable(moment),
  notedAt: moment,
  by: line,
});
export type Referral = v.InferOutput<typeof referralSchema>;
