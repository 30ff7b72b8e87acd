import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, text } from './fields';

export const STEP_ABOUT = [
  'complaints',
  'leads',
  'guarantees',
  'promises',
  'referrals',
  'stockWaits',
] as const;
export const STEP_CHANNELS = ['chat', 'message', 'phone', 'meeting', 'other'] as const;

/**
 * One step of a story that is evidence: what was done about a complaint, a lead, a guarantee. Never edited and
 * never inside the other record, so that two seats may each add one and both stay.
 */
export const stepSchema = stored({
  buyerId: id,
  about: v.picklist(STEP_ABOUT),
  aboutId: id,
  /** What kind of step, in the noun's own terms: 'acknowledged', 'repair', 'follow-up' … */
  kind: line,
  text,
  channel: v.picklist(STEP_CHANNELS),
  /** What came of it. */
  effect: text,
  at: moment,
  by: line,
});
export type Step = v.InferOutput<typeof stepSchema>;
