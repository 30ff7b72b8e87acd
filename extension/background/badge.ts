import type { Translate } from '@shared/i18n/background';
import { browser } from 'wxt/browser';

/** The seal's colours of `shared/look/tokens.css` (a test compares): a service worker reads no style sheet. */
export const BADGE_COLORS = { background: '#b3261e', text: '#ffffff' } as const;

/** @example badgeText(0) // => '' */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** What stands on the button when the newest backup is old and no promise is due. */
const OLD_BACKUP = '!';

/**
 * Shows how many promises are due or late, and that the newest backup is old. A number and nothing else: the toolbar
 * is seen by whoever passes.
 *
 * @param behind days the newest backup is behind, or `null`
 */
export async function showBadge(count: number, behind: number | null, t: Translate): Promise<void> {
  const name = t('common.name');
  const due = count === 0 ? name : t('background.badge.title', { name, n: count });
  const title = behind === null ? due : t('background.badge.backup', { title: due, n: behind });
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(count) || (behind === null ? '' : OLD_BACKUP) }),
    browser.action.setBadgeBackgroundColor({ color: BADGE_COLORS.background }),
    browser.action.setBadgeTextColor({ color: BADGE_COLORS.text }),
    browser.action.setTitle({ title }),
  ]);
}
