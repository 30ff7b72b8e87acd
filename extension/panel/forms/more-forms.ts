import { lazily } from '@extension/ui/more';
import type { ComponentType } from 'preact';
import type { MoreFormKind, OpenForm } from '../state/session';

export interface FormProps {
  readonly form: OpenForm;
  readonly onLeave: () => void;
}

/** Forms behind `More`, each fetched when it is first opened. A kind without a form has no button. */
export const MORE_FORMS: Readonly<Partial<Record<MoreFormKind, ComponentType<FormProps>>>> = {
  lead: lazily(async () => (await import('../people/LeadForm')).LeadForm),
  person: lazily(async () => (await import('../people/PersonForm')).PersonForm),
  wish: lazily(async () => (await import('../people/WishForm')).WishForm),
  product: lazily(async () => (await import('../people/ProductFinder')).ProductFinder),
  claim: lazily(async () => (await import('../ledger/ClaimForm')).ClaimForm),
  date: lazily(async () => (await import('../care/DateForm')).DateForm),
  supply: lazily(async () => (await import('../care/SupplyForm')).SupplyForm),
  stockWait: lazily(async () => (await import('../care/StockWaitForm')).StockWaitForm),
  referral: lazily(async () => (await import('../care/ReferralForm')).ReferralForm),
  guarantee: lazily(async () => (await import('../aftersales/GuaranteeForm')).GuaranteeForm),
  recipient: lazily(async () => (await import('../parcels/RecipientForm')).RecipientForm),
};
