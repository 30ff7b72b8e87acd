import type { BuyerView } from '@extension/book/reads/buyer';
import type { Who } from '@extension/book/who';
import { lazily } from '@extension/ui/more';
import type { ComponentType } from 'preact';

export interface MoreSectionProps {
  readonly view: BuyerView;
  readonly who: Who;
}

/** Regions that come with first use (J22): each is fetched when a buyer has something in it. */
export const MORE_SECTIONS: Readonly<Partial<Record<string, ComponentType<MoreSectionProps>>>> = {
  people: lazily(async () => (await import('../people/PeopleRows')).PeopleRows),
  leads: lazily(async () => (await import('../people/LeadRows')).LeadRows),
  wishes: lazily(async () => (await import('../people/WishRows')).WishRows),
  dates: lazily(async () => (await import('../care/DateRows')).DateRows),
  supplies: lazily(async () => (await import('../care/SupplyRows')).SupplyRows),
  stockWaits: lazily(async () => (await import('../care/StockWaitRows')).StockWaitRows),
  guarantees: lazily(async () => (await import('../aftersales/GuaranteeRows')).GuaranteeRows),
  referrals: lazily(async () => (await import('../care/ReferralRows')).ReferralRows),
};
