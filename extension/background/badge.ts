import type { Translate } from '@shared/i18n/background';
import { browser } from 'wxt/browser';

/** The seal's colours of `shared/look/tokens.css` (a test compares): a service worker reads no style sheet. */
export const BADGE_COLORS = { background: '#b3261e', text: '#ffffff' } as const;

/** @example badgeText(0) // => '' */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** Shows how many promises are due or late. A number and nothing else: the toolbar is seen by whoever passes. */
export async function showBadge(count: number, t: Translate): Promise<void> {
  const name = t('common.name');
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(count) }),
    browser.action.setBadgeBackgroundColor({ color: BADGE_COLORS.background }),
    browser.action.setBadgeTextColor({ color: BADGE_COLORS.text }),
    browser.action.setTitle({ title: count === 0 ? name : t('background.badge.title', { name, n: count }) }),
  ]);
}
