import type { BuyerView } from '@extension/book/reads/buyer';
import type { AnyTranslate } from '@extension/ui/more';
import { dayWords, waitWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import type { Lang } from '@shared/i18n/lang';
import { callOf, type TemplateValues } from '@shared/text/template';
import { offWords } from '../buyer/off-words';
import { debtSlip } from '../buyer/owed';
import type { Waiting } from '../queue/waiting';

/** What is known at the counter now. */
export interface Counter {
  readonly name: string;
  readonly view: Pick<BuyerView, 'promises' | 'discounts' | 'gifts'> | null;
  readonly waiting: Waiting | null;
  readonly today: Day;
}

/**
 * What the variables of a template say for this buyer. A masked name never enters a message (J10), a surprise
 * is in no variable (J9), and what is not known stays out.
 */
export function templateValues(
  { name, view, waiting, today }: Counter,
  lang: Lang,
  t: AnyTranslate,
): TemplateValues {
  const owed = view ? debtSlip(view, today).owed : [];
  const promise = owed.find(({ kind }) => kind === 'promise');
  const said = owed.find((one) => one.kind === 'promise' || (one.kind === 'discount' && !one.expired));
  const gift = owed.find(({ kind }) => kind === 'gift');
  const due = promise?.kind === 'promise' && promise.record.due.on === 'day' ? promise.record.due.day : null;
  return {
    call: callOf(name, t('panel.say.call')),
    ahead: waiting && waiting.place > 1 ? String(waiting.place - 1) : null,
    waited: waiting ? waitWords(waiting.seconds, waiting.exact, t) : null,
    gift: gift?.record.what ?? null,
    promised:
      said?.kind === 'discount'
        ? offWords(said.record, lang, t) || said.record.what
        : (said?.record.what ?? null),
    // A day that is past is no comfort and no promise.
    date: due !== null && due >= today ? dayWords(due, today, lang) : null,
  };
}

/** The words that stand where a value is not known. */
export function fallbackWords(t: AnyTranslate): TemplateValues {
  return {
    ahead: t('templates.unknown.ahead'),
    waited: t('templates.unknown.waited'),
    gift: t('templates.unknown.gift'),
    promised: t('templates.unknown.promised'),
    date: t('templates.unknown.date'),
  };
}
