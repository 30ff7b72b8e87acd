import type { AnyTranslate } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import type { HolidayId } from '@shared/calendar/holidays';
import type { SpecialDate } from '@shared/records/date';
import { callOf, fillTemplate } from '@shared/text/template';

/** Who says it to whom, in which language. */
export interface Saying {
  readonly name: string;
  readonly lang: string;
  readonly t: AnyTranslate;
}

/** A prepared sentence with the buyer's name in it; a masked name never enters a message (J10). */
export function sayTo({ name, t }: Saying, template: string): string {
  return fillTemplate(template, { call: callOf(name, t('panel.say.call')) }).text;
}

/** For a day of the buyer's own, or of somebody behind them. The person's name is the shop's note, not the buyer's word. */
export function sayDate(saying: Saying, date: Pick<SpecialDate, 'kind' | 'personId' | 'title'>): string {
  const { t } = saying;
  if (date.personId !== null) return sayTo(saying, t('care.say.theirDay', { what: date.title }));
  if (date.kind === 'birthday') return sayTo(saying, t('care.say.birthday'));
  return sayTo(saying, t('care.say.day', { what: date.title }));
}

export function sayHoliday(saying: Saying, id: HolidayId): string {
  const { t } = saying;
  return sayTo(saying, t('care.say.holiday', { holiday: t(`care.holiday.${id}`) }));
}

export function sayRunOut(saying: Saying, what: string): string {
  return sayTo(saying, saying.t('care.say.runOut', { what }));
}

export function sayVisit(saying: Saying): string {
  return sayTo(saying, saying.t('care.say.visit'));
}

/** The goods are there; held until a day, where there is not enough for all. */
export function sayBack(saying: Saying, what: string, until: Day | null, today: Day): string {
  const { t, lang } = saying;
  return sayTo(
    saying,
    until === null
      ? t('care.say.back', { what })
      : t('care.say.backHeld', { what, day: dayWords(until, today, lang) }),
  );
}

export function sayReferral(saying: Saying): string {
  return sayTo(saying, saying.t('care.say.referral'));
}

export function sayCoupon(saying: Saying, what: string): string {
  return sayTo(saying, saying.t('care.say.coupon', { what }));
}
