import * as v from 'valibot';
import { stored } from './envelope';
import { id, line, moment, money, text } from './fields';

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
});
export type Complaint = v.InferOutput<typeof complaintSchema>;
