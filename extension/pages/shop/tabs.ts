import type { OpenBook } from '@extension/book/open';
import { type AnyKey, lazily } from '@extension/ui/more';
import type { ComponentType } from 'preact';
import type { Acts } from '../use-acts';

export interface ShopTabProps {
  readonly book: OpenBook;
  readonly acts: Acts;
}

export interface ShopTab {
  /** Stands in the address: `shop.html#products`. */
  readonly id: string;
  readonly title: AnyKey;
  readonly Content: ComponentType<ShopTabProps>;
}

/** What belongs to the shop and not to one buyer, in the order an owner needs it. Each is fetched when opened. */
export const SHOP_TABS: readonly ShopTab[] = [
  {
    id: 'products',
    title: 'people.products',
    Content: lazily(async () => (await import('./products/ProductsTab')).ProductsTab),
  },
  {
    id: 'templates',
    title: 'templates.title',
    Content: lazily(async () => (await import('./templates/TemplatesTab')).TemplatesTab),
  },
  {
    id: 'redlines',
    title: 'redLine.title',
    Content: lazily(async () => (await import('./red-lines/RedLinesTab')).RedLinesTab),
  },
  {
    id: 'giftstock',
    title: 'parcels.stock.title',
    Content: lazily(async () => (await import('./gift-stock/GiftStockTab')).GiftStockTab),
  },
  {
    id: 'ledger',
    title: 'ledger.title',
    Content: lazily(async () => (await import('./ledger/LedgerTab')).LedgerTab),
  },
  {
    id: 'promotions',
    title: 'ledger.promo.title.tab',
    Content: lazily(async () => (await import('./promotions/PromotionsTab')).PromotionsTab),
  },
  {
    id: 'rules',
    title: 'care.title',
    Content: lazily(async () => (await import('./rules/RulesTab')).RulesTab),
  },
  {
    id: 'waiting',
    title: 'care.waiting.title',
    Content: lazily(async () => (await import('./waiting/WaitingTab')).WaitingTab),
  },
  {
    id: 'imports',
    title: 'finder.import.tab',
    Content: lazily(async () => (await import('./imports/ImportsTab')).ImportsTab),
  },
  {
    id: 'aftersales',
    title: 'aftersales.title',
    Content: lazily(async () => (await import('./aftersales/AfterSalesTab')).AfterSalesTab),
  },
  {
    id: 'privacy',
    title: 'privacy.title',
    Content: lazily(async () => (await import('./privacy/PrivacyTab')).PrivacyTab),
  },
];
