import type { BuyerView } from '@extension/book/reads/buyer';
import type { Who } from '@extension/book/who';
import type { ComponentType } from 'preact';

export interface MoreSectionProps {
  readonly view: BuyerView;
  readonly who: Who;
}

/** Regions that come with first use (J22): each is fetched when a buyer has something in it. */
export const MORE_SECTIONS: Readonly<Partial<Record<string, ComponentType<MoreSectionProps>>>> = {};
