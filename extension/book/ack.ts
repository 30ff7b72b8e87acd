import type { Action } from '@shared/records/action';

/**
 * Why the book refused to write. `moved`: another window restored another book. `changed-since`: an undo whose
 * fields were all written again later. Each has a sentence: `records.refused.<reason>`.
 */
export const REFUSALS = [
  'disk-full',
  'timeout',
  'invalid',
  'newer-book',
  'moved',
  'changed-since',
  'not-found',
  'cancelled',
  'failed',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** For the curious and for reports; in English, never shown alone. */
  readonly detail: string;
}

/** The answer of the write door. `ok` means: on the disk, with strict durability. */
export type Ack = { readonly ok: true; readonly action: Action; readonly buyerId: string | null } | Refusal;

/** A refusal as a value. */
export function refuse(reason: RefusalReason, detail: string): Refusal {
  return { ok: false, reason, detail };
}
