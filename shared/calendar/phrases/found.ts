import type { Due } from '../../records/promise';

/** A due date or condition found in plain words, and the words it was found in. */
export interface FoundDue {
  readonly due: Due;
  readonly matched: string;
}

export function onDay(day: string, matched: string): FoundDue {
  return { due: { on: 'day', day }, matched };
}
