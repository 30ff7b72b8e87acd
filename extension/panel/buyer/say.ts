import { dayWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import type { Translate } from '@shared/i18n/shop';
import { callOf, fillTemplate } from '@shared/text/template';
import { offWords } from './off-words';
import type { Owed } from './owed';

/** The sentence that tells a buyer what the shop owes them. What was filled and not sent is filled again as it was. */
export function sayOwed(owed: Owed, name: string, today: Day, lang: string, t: Translate): string {
  const { record } = owed;
  if (record.state === 'to-be-sent' && record.quote !== '') return record.quote;
  const call = callOf(name, t('panel.say.call'));
  if (owed.kind === 'gift') return fillTemplate(t('panel.say.gift'), { call, gift: owed.record.what }).text;
  if (owed.kind === 'discount') {
    const promised = offWords(owed.record, lang, t) || owed.record.what;
    return fillTemplate(t('panel.say.discount'), { call, promised }).text;
  }
  const { due, what } = owed.record;
  // A day that is past is no comfort; it is owned up to.
  if (owed.standing === 'late') return fillTemplate(t('panel.say.late'), { call, promised: what }).text;
  const date = due.on === 'day' ? dayWords(due.day, today, lang) : null;
  return fillTemplate(t('panel.say.promise'), { call, promised: what, date }).text;
}
