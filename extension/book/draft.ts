import type { Change } from '@shared/records/action';
import type { ActionName } from '@shared/records/action-name';
import type { Refusal } from './ack';

/** What is to be written, and whom it concerns. */
export interface Plan {
  readonly buyerId: string | null;
  readonly changes: readonly Change[];
  /** The action this one undoes. */
  readonly undoes?: string;
}

/**
 * Something the seller wants done. It reads what it needs and answers with a plan; the door checks that
 * nothing was written between the reading and the writing, and asks again if something was. So a plan may
 * compute from what it read ("one less in stock") without losing the work of another window.
 */
export interface Draft {
  /** Given by a caller who may have to repeat the very same deed; a second time it changes nothing. */
  readonly id?: string;
  readonly name: ActionName;
  readonly plan: Plan | (() => Promise<Plan | Refusal>);
}
