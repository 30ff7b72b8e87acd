import type { LeadInput } from '@extension/book/actions/leads';
import type { AnyKey } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Lead } from '@shared/records/lead';
import type { Product } from '@shared/records/product';
import { namedIn } from '@shared/records/product-match';
import { moneyToMajor } from '@shared/text/money';
import { readCost } from '../forms/CostField';
import { readDay } from './read-day';

/** What is typed about a lead. `productId`: '' as found from the words, 'none' by the seller's choice. */
export type LeadText = Readonly<
  Record<'what' | 'amount' | 'due' | 'rival' | 'source' | 'productId' | 'mayBeTold', string>
>;

export const LEAD_LABELS: Readonly<Record<keyof LeadText, AnyKey>> = {
  what: 'panel.form.what',
  amount: 'people.lead.amount',
  due: 'people.lead.due',
  rival: 'people.lead.rival',
  source: 'people.lead.source',
  productId: 'people.lead.product',
  mayBeTold: 'people.lead.mayBeTold',
};

export const NO_LEAD: LeadText = {
  what: '',
  amount: '',
  due: '',
  rival: '',
  source: '',
  productId: '',
  mayBeTold: '',
};

export function leadTextOf(lead: Lead): LeadText {
  const { what, wishedPrice, expected, rival, source, productId, mayBeTold } = lead;
  return {
    what,
    amount: wishedPrice ? String(moneyToMajor(wishedPrice)) : '',
    due: expected ?? '',
    rival,
    source,
    productId: productId ?? 'none',
    mayBeTold: mayBeTold ? 'yes' : '',
  };
}

/** The product a lead is about: the one chosen, else the one its words name. */
export function productOfLead(text: LeadText, products: readonly Product[]): Product | null {
  if (text.productId !== '') return products.find(({ id }) => id === text.productId) ?? null;
  const rated = products.map((product) => ({ product, length: namedIn(product, text.what) }));
  const best = rated.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length)[0];
  return best?.product ?? null;
}

/** Why it can't be saved yet, or null. */
export function checkLead(text: LeadText, today: Day, currency: string): AnyKey | null {
  if (text.what.trim() === '') return 'panel.form.whatMissing';
  if (!readCost(text.amount, currency).ok) return 'panel.form.moneyUnknown';
  const unread = text.due.trim() !== '' && readDay(text.due, today) === null;
  return unread ? 'people.lead.dayUnknown' : null;
}

export function readLead(
  text: LeadText,
  today: Day,
  currency: string,
  products: readonly Product[],
): LeadInput {
  return {
    what: text.what.trim(),
    productId: productOfLead(text, products)?.id ?? null,
    wishedPrice: readCost(text.amount, currency).cost,
    expected: readDay(text.due, today),
    rival: text.rival.trim(),
    source: text.source.trim(),
    mayBeTold: text.mayBeTold === 'yes',
  };
}
