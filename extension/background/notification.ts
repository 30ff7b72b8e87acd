import { ownOrigin } from '@extension/platform/origin';
import type { Translate } from '@shared/i18n/background';
import { maskPhone } from '@shared/text/mask';
import { browser } from 'wxt/browser';
import type { Reminder } from './decide';

/** One notification for all: a later one takes the place of the one before. */
export const NOTIFICATION = 'promises';
/** Names that fit on a notification. */
const NAMES = 3;

export interface NotificationText {
  readonly title: string;
  readonly message: string;
}

/**
 * What the notification says: how many, and for whom. Never what was promised, nor a phone or an address: it
 * shows on a locked screen. A name that is a phone number is masked.
 */
export function notificationText(
  reminders: readonly Reminder[],
  names: ReadonlyMap<string, string>,
  t: Translate,
): NotificationText {
  const late = reminders.filter((reminder) => reminder.standing === 'late').length;
  const due = reminders.length - late;
  const counts = [
    ...(late > 0 ? [t('background.notify.late', { n: late })] : []),
    ...(due > 0 ? [t('background.notify.due', { n: due })] : []),
  ];
  const whom = [...new Set(reminders.flatMap(({ promise }) => names.get(promise.buyerId) ?? []))].map(masked);
  const shown = whom.slice(0, NAMES).join(' · ');
  const more = whom.length - NAMES;
  const list = more > 0 ? t('background.notify.more', { names: shown, n: more }) : shown;
  const forWhom = whom.length > 0 ? [t('background.notify.for', { names: list })] : [];
  return { title: t('background.notify.title'), message: [counts.join(' · '), ...forWhom].join('\n') };
}

function masked(name: string): string {
  return name.replace(/\d{7,}/g, maskPhone);
}

export async function notify({ title, message }: NotificationText): Promise<void> {
  const iconUrl = `${ownOrigin()}icon/128.png`;
  await browser.notifications.create(NOTIFICATION, { type: 'basic', iconUrl, title, message });
}
