import { cleanText } from '@shared/text/normalize';
import { findOff } from './amount';

/** What a form starts with. */
export interface Prefill {
  readonly what: string;
  readonly due: string;
  readonly amount: string;
  /** The words in the chat this comes from; kept as evidence and never edited. */
  readonly quote: string;
  /** What a complaint seems to be about, where its words were read. */
  readonly cause?: string;
}

export const NOTHING: Prefill = { what: '', due: '', amount: '', quote: '' };

/** What the words selected in the chat already say. The day in them is read by the form that asks for one. */
export function prefillFrom(selection: string): Prefill {
  const quote = cleanText(selection);
  if (quote === '') return NOTHING;
  return { what: quote, due: '', amount: findOff(quote), quote };
}
