import type { AnyTranslate } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { ClaimMatch, ClaimOutcome, Said } from '@shared/records/claim';
import { callOf, fillTemplate } from '@shared/text/template';
import { offWords } from '../buyer/off-words';

interface ClaimTextInput {
  readonly meant: ClaimMatch | null;
  readonly outcome: ClaimOutcome;
  /** The first day of the shop's records. */
  readonly since: Day | null;
  readonly name: string;
  readonly lang: string;
  readonly t: AnyTranslate;
  readonly dayOfSaid: (said: Said) => Day;
  /** A day in the reader's words. */
  readonly write: (day: Day) => string;
}

/** The polite sentence for what the look-up came to. A note is the shop's own: its words enter no message. */
export function claimText(input: ClaimTextInput): string {
  const { meant, outcome, since, name, lang, t, dayOfSaid, write } = input;
  const call = callOf(name, t('panel.say.call'));
  const told = meant && meant.said.standing !== 'noted' ? meant.said : null;
  const promised = told && ((told.kind === 'discount' && offWords(told, lang, t)) || told.what);
  const date = told ? write(dayOfSaid(told)) : since === null ? null : write(since);
  return fillTemplate(t(`ledger.claim.say.${outcome}`), { call, promised, date }).text;
}
