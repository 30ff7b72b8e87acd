import { type Day, dayOf } from '@shared/calendar/day';
import type { Translate } from '@shared/i18n/shop';
import type { Due } from '@shared/records/promise';

/** A day as the reader says it; the year only when it is not this one. */
export function dayWords(day: Day, today: Day, lang: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' }).format(date);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const weekday = write({ weekday: 'short' });
  if (lang.startsWith('zh')) {
    const monthDay = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
    return `${sameYear ? '' : `${day.slice(0, 4)}年`}${monthDay} ${weekday}`;
  }
  const year = sameYear ? '' : ` ${day.slice(0, 4)}`;
  return `${weekday} ${Number(day.slice(8))} ${write({ month: 'short' })}${year}`;
}

/**
 * A day in a list: month and day, with the year only when it is not this one.
 *
 * @example shortDay('2026-11-20', '2026-11-22') // => '11-20'
 * @example shortDay('2025-11-20', '2026-11-22') // => '2025-11-20'
 */
export function shortDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** The shop's day of a stored instant, as written in lists. */
export function momentDay(moment: string, today: Day, timeZone: string): string {
  return shortDay(dayOf(Date.parse(moment), timeZone), today);
}

/** When a promise falls due, in words. */
export function dueWords(due: Due, today: Day, lang: string, t: Translate): string {
  switch (due.on) {
    case 'day':
      return dayWords(due.day, today, lang);
    case 'back-in-stock':
      return due.what ? t('records.due.back-in-stock', { what: due.what }) : t('panel.due.back');
    case 'shipped':
      return due.plusDays > 0 ? t('records.due.shipped', { n: due.plusDays }) : t('panel.due.shipped');
    case 'next-chat':
      return t('records.due.next-chat');
    case 'next-order':
      return t('records.due.next-order');
    case 'open':
      return t('records.due.open');
  }
}

/**
 * A wait as a stop watch shows it.
 *
 * @example waitClock(252) // => '4′12″'
 * @example waitClock(3720) // => '1h02′'
 */
export function waitClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  if (whole >= 3600) return `${Math.floor(whole / 3600)}h${two(Math.floor((whole % 3600) / 60))}′`;
  return `${Math.floor(whole / 60)}′${two(whole % 60)}″`;
}

/** A wait as it is said in a message: whole minutes, and "at least" where we only saw the unread mark. */
export function waitWords(seconds: number, exact: boolean, t: Translate): string | null {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return null;
  const hours = Math.floor(minutes / 60);
  const words = hours >= 1 ? t('panel.wait.hours', { n: hours }) : t('panel.wait.minutes', { n: minutes });
  return exact ? words : t('panel.wait.atLeast', { wait: words });
}
