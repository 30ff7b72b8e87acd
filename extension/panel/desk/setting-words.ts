import { GIFT_TEST } from '@extension/book/reads/gift-coin';
import { RED_LINES } from '@extension/book/reads/red-lines';
import { KEYS_SETTING } from '@extension/ui/key-map';
import type { AnyKey } from '@extension/ui/more';
import type { Action } from '@shared/records/action';
import { COMPLAINT_CLOCK } from '@shared/records/complaint-due';

/** The settings an owner changes, by the words they stand under. */
const SETTINGS: Readonly<Record<string, AnyKey>> = {
  shopName: 'options.shop.shopName',
  seatName: 'options.shop.seatName',
  currency: 'options.shop.currency',
  timeZone: 'options.shop.timeZone',
  language: 'options.shop.language',
  seatNames: 'desk.set.names',
  quietHours: 'desk.set.quiet',
  giftBudgetDay: 'desk.set.budgetDay',
  giftBudgetBuyer: 'desk.set.budgetBuyer',
  apologyGift: 'options.gifts',
  care: 'care.title',
  messagesPerWeek: 'templates.perWeek',
  [KEYS_SETTING]: 'panel.keys',
  [RED_LINES]: 'redLine.title',
  [GIFT_TEST]: 'desk.coin.title',
  [COMPLAINT_CLOCK]: 'aftersales.clock',
};

/** Which setting an action changed; `null` where it changed none that has a name. */
export function changedSetting({ name, changes }: Pick<Action, 'name' | 'changes'>): AnyKey | null {
  if (name !== 'save-setting') return null;
  return SETTINGS[changes[0]?.id.replace(/^setting:/, '') ?? ''] ?? null;
}
