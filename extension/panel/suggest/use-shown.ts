import { useEffect, useState } from 'preact/hooks';
import { type Offer, RANK } from './offers';

/** How long a key may be on its way from the eye to the hand. */
const HOLD_MS = 600;

interface Shown {
  readonly offer: Offer | undefined;
  /** It took another one's place by itself just now. */
  readonly held: boolean;
}

/**
 * Which offer stands in the line: the one that stood there, while it is still on offer. What the seller promised
 * comes before a fact all the same; the hand that was about to take the fact then takes nothing.
 */
export function useShown(offers: readonly Offer[]): Shown {
  const [shown, setShown] = useState<Offer>();
  const [held, setHeld] = useState<string>();
  const [first] = offers;
  const standing = offers.find(({ key }) => key === shown?.key);
  const offer = standing && first && RANK[first.said.sort] >= RANK[standing.said.sort] ? standing : first;
  if (offer?.key !== shown?.key) {
    setShown(offer);
    setHeld(standing ? offer?.key : undefined);
  }
  useEffect(() => {
    if (held === undefined) return;
    const timer = setTimeout(() => setHeld(undefined), HOLD_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return { offer, held: held !== undefined && held === offer?.key };
}
