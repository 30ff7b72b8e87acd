import type { Complaint } from './complaint';
import type { Step } from './step';

/** How a complaint is heard (P14), in this order: the buyer has finished speaking before anything is explained. */
export const HEARING = ['acknowledged', 'listened', 'noted', 'apologised', 'proposed', 'acted'] as const;
export type Hearing = (typeof HEARING)[number];

/** The steps of a complaint that have a name: the hearing, passed up, asked again, open again. */
export const COMPLAINT_STEPS = [...HEARING, 'escalated', 'call-back', 'reopened'] as const;

/**
 * Which parts of the hearing are done. The first answer and the remedy are read from the complaint itself.
 *
 * @example heard({ firstAnswerAt: '2026-11-22T12:00:00Z', remedyAt: null }, [{ kind: 'listened' }]) // => ['acknowledged', 'listened']
 */
export function heard(
  { firstAnswerAt, remedyAt }: Pick<Complaint, 'firstAnswerAt' | 'remedyAt'>,
  steps: readonly Pick<Step, 'kind'>[],
): readonly Hearing[] {
  const told = new Set(steps.map(({ kind }) => kind));
  return HEARING.filter((part) => {
    if (part === 'acknowledged') return firstAnswerAt !== null;
    return told.has(part) || (part === 'proposed' && remedyAt !== null);
  });
}
