import type { OpenBook } from '@extension/book/open';
import type { AnyKey } from '@extension/ui/more';
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
export const SHOP_TABS: readonly ShopTab[] = [];
