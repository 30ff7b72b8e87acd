import { type Refusal, refuse } from '../ack';
import { refusalOf } from '../failure';
import type { Pen } from '../write';

/** How the page that writes keeps the book: with a journal, without one, or not at all at this moment. */
export type Mode =
  | { readonly kind: 'journal'; readonly pen: Pen; readonly epoch: number }
  | { readonly kind: 'plain'; readonly epoch: number }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly since: number };

/** Nothing is saved until everything was looked at again. */
export function refused(error: unknown): Mode {
  return { kind: 'refused', why: refusalOf(error), since: Date.now() };
}

export function moved(): Refusal {
  return refuse('moved', 'the book was built anew beside this one');
}

/** No journal can be had: the browser gives no place for one, or what is there is of no use. */
export class NoJournal extends Error {
  constructor(override readonly cause: unknown) {
    super('no journal can be had');
  }
}

export function noJournal(error: unknown): never {
  throw new NoJournal(error);
}
