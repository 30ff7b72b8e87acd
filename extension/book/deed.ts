import type { Ack } from './ack';
import type { Beside } from './beside';
import type { Plan } from './draft';

/** A draft whose plan is made: plain data that one page can hand to another, as often as it has to. */
export interface Deed {
  readonly id: string;
  readonly name: string;
  /** Who does it. */
  readonly seat: string;
  readonly plan: Plan;
  /** How far the book had come when the plan was read out of it; `null` for a plan that read nothing. */
  readonly seen: number | null;
}

/** Whether rows are to go for good once this is written, and not only to be marked as gone. */
export function erasesSomebody({ plan }: Deed): boolean {
  return plan.changes.some(({ table }) => table === 'erasures');
}

/** `overtaken`: another window wrote between the reading and the writing; the plan has to be made anew. */
export type Outcome = Ack | 'overtaken';

/** How long a deed may take. After it the answer was "not saved", and nothing may be begun any more. */
export interface Limit {
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly signal: AbortSignal;
}

/** Whoever brings deeds to the disk: this page by itself, or by the page that holds the journal. */
export interface Hand {
  write(deed: Deed, limit: Limit): Promise<Outcome>;
  /** The journal's side of putting another book in place; `null` where none is kept. */
  beside(): Promise<Beside | null>;
  close(): void;
}
