import type { Day } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import { cleanText } from '@shared/text/normalize';
import { findOff } from './amount';

/** What a form starts with. */
export interface Prefill {
  readonly what: string;
  readonly due: string;
  readonly amount: string;
  /** The words in the chat this comes from; kept as evidence and never edited. */
  readonly quote: string;
}

export const NOTHING: Prefill = { what: '', due: '', amount: '', quote: '' };

/**
 * What the words selected in the chat already say: the due words and the amount are picked out of them.
 */
export function prefillFrom(selection: string, today: Day): Prefill {
  const quote = cleanText(selection);
  if (quote === '') return NOTHING;
  return { what: quote, due: parseDue(quote, today)?.matched ?? '', amount: findOff(quote), quote };
}
