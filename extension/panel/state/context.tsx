import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './session';

/** The apology the shop gives for a wait, as it set it up. */
export interface ApologyGift {
  readonly stockId: string | null;
  /** Its own words with neutral variables, or null for the prepared text. */
  readonly text: string | null;
}

/** The shop's settings as the panel needs them. */
export interface ShopSettings {
  readonly currency: string;
  readonly shopName: string;
  readonly seatName: string;
  /** Who takes turns at the desk (J15); with fewer than two there is nothing to switch. */
  readonly seatNames: readonly string[];
  readonly apologyGift: ApologyGift;
}

export const DEFAULT_SETTINGS: ShopSettings = {
  currency: 'CNY',
  shopName: '',
  seatName: '',
  seatNames: [],
  apologyGift: { stockId: null, text: null },
};

interface Panel {
  readonly session: Session;
  readonly settings: ShopSettings;
}

export const PanelContext = createContext<Panel | null>(null);

/** The session and settings of the panel this component stands in. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel needs a PanelContext above it.');
  return panel;
}
