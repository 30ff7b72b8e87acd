import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, money, since, text } from './fields';

export const COMPLAINT_CAUSES = [
  'transit',
  'quality',
  'wrong-item',
  'late',
  'description',
  'service',
  'other',
  'unknown',
] as const;
export const COMPLAINT_STATES = ['open', 'acknowledged', 'remedied', 'closed', 'unconfirmed'] as const;

/** A complaint (P14): closed only when the buyer says so; the first answer is recorded apart (J13). */
export const complaintSchema = stored({
  buyerId: id,
  what: text,
  cause: v.picklist(COMPLAINT_CAUSES),
  state: v.picklist(COMPLAINT_STATES),
  orderNumber: v.nullable(line),
  openedAt: moment,
  firstAnswerAt: v.nullable(moment),
  remedy: text,
  remedyAt: v.nullable(moment),
  closedAt: v.nullable(moment),
  cost: v.nullable(money),
  by: line,
  /** Whose doing it was, as far as the shop found out. */
  responsible: since(line, ''),
  /** Who bore an unreasonable buyer (P14). */
  bornBy: since(line, ''),
  /** Passed up the same day, because the cause can't be found or the goods are at fault. */
  escalatedAt: since(v.nullable(moment), null),
  /** When the remedy must be reported back, and when the buyer is to be asked after closing. */
  remedyDue: since(v.nullable(moment), null),
  callBackDue: since(v.nullable(moment), null),
  calledBackAt: since(v.nullable(moment), null),
  /** Made good beyond what was asked (P16): what, so that the return can be watched. */
  recovery: since(text, ''),
  /** Transit damage (J13): was it opened and checked before signing, and the claim on the courier. */
  courier: since(
    v.nullable(
      v.strictObject({
        checked: v.nullable(v.boolean()),
        claimUntil: v.nullable(day),
        claimedAt: v.nullable(moment),
        number: line,
      }),
    ),
    null,
  ),
});
export type Complaint = v.InferOutput<typeof complaintSchema>;
