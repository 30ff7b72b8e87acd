import { addDays, type Day } from '../calendar/day';
import type { Complaint } from './complaint';

/** How a complaint's day is counted: 24 hours, or one working day (P14, J12). */
export const COMPLAINT_CLOCKS = ['calendar', 'working'] as const;
export type ComplaintClock = (typeof COMPLAINT_CLOCKS)[number];
/** The setting that holds it. */
export const COMPLAINT_CLOCK = 'complaintClock';

/** Days before the courier's last day from which the claim comes up. */
export const CLAIM_DAYS = 2;

/** @example complaintClock('working') // => 'working' */
export function complaintClock(stored: string): ComplaintClock {
  return stored === 'working' ? 'working' : 'calendar';
}

/** What a complaint asks for next. */
export type ComplaintNeed = 'first-answer' | 'escalate' | 'remedy' | 'call-back' | 'claim';
export interface ComplaintDue {
  readonly need: ComplaintNeed;
  /** When it must be done: an instant for an hour, a day for a day; `null`: at once. */
  readonly until: string | null;
}

type Due = Pick<
  Complaint,
  | 'state'
  | 'cause'
  | 'openedAt'
  | 'firstAnswerAt'
  | 'escalatedAt'
  | 'remedyAt'
  | 'remedyDue'
  | 'callBackDue'
  | 'calledBackAt'
  | 'courier'
>;

/**
 * Whether it belongs to whoever can decide, the same day: the cause can't be found, or the goods are at fault.
 *
 * @example toEscalate({ state: 'open', cause: 'quality', escalatedAt: null }) // => true
 */
export function toEscalate({
  state,
  cause,
  escalatedAt,
}: Pick<Complaint, 'state' | 'cause' | 'escalatedAt'>): boolean {
  const open = state === 'open' || state === 'acknowledged';
  return open && escalatedAt === null && (cause === 'unknown' || cause === 'quality');
}

/** Everything a complaint asks for, the most pressing first. A claim on the courier comes up before its last day. */
export function complaintNeeds(complaint: Due, today: Day): readonly ComplaintDue[] {
  const { state, firstAnswerAt, remedyAt, remedyDue, callBackDue, calledBackAt, courier } = complaint;
  const needs: ComplaintDue[] = [];
  if (state === 'open' && firstAnswerAt === null) needs.push({ need: 'first-answer', until: null });
  if (toEscalate(complaint)) needs.push({ need: 'escalate', until: null });
  if ((state === 'open' || state === 'acknowledged') && remedyAt === null) {
    needs.push({ need: 'remedy', until: remedyDue });
  }
  if (state === 'closed' && callBackDue !== null && calledBackAt === null) {
    needs.push({ need: 'call-back', until: callBackDue });
  }
  const claim = courier?.claimUntil ?? null;
  if (claim !== null && courier?.claimedAt === null && claim <= addDays(today, CLAIM_DAYS)) {
    needs.push({ need: 'claim', until: claim });
  }
  return needs;
}

/**
 * Whether the time for it is over; a day is over when the next one has begun.
 *
 * @param now The instant, ISO 8601 in UTC.
 * @param today The shop's day.
 *
 * @example overdue('2026-11-22', '2026-11-22T12:00:00Z', '2026-11-22') // => false
 * @example overdue('2026-11-22T11:00:00Z', '2026-11-22T12:00:00Z', '2026-11-22') // => true
 */
export function overdue(until: string | null, now: string, today: Day): boolean {
  if (until === null) return false;
  return until.length === 10 ? until < today : Date.parse(until) < Date.parse(now);
}
