import type { SeenMessage } from '@extension/messaging/chat-state';
import type { Sides } from '../adapter';
import { fits } from '../read/query';
import { type Looking, read } from '../read/reader';
import { namesAgree } from './names';

type Side = SeenMessage['side'];

/** Who wrote a message; unknown rather than guessed. */
export function sideOf(item: Element, sides: Sides | undefined, buyerName: string, looking: Looking): Side {
  if (!sides) return 'unknown';
  if (fits(item, sides.system)) return 'system';
  if (fits(item, sides.seller)) return 'seller';
  if (fits(item, sides.buyer)) return 'buyer';
  return byAttribute(item, sides) ?? byName(item, sides, buyerName, looking) ?? 'unknown';
}

function byAttribute(item: Element, sides: Sides): Side | null {
  const { attrPrefix, attrEquals } = sides;
  if (attrPrefix) {
    const holder = item.hasAttribute(attrPrefix.attr)
      ? item
      : item.querySelector(`[${CSS.escape(attrPrefix.attr)}]`);
    const value = holder?.getAttribute(attrPrefix.attr) ?? '';
    if (value.startsWith(attrPrefix.seller)) return 'seller';
    if (value.startsWith(attrPrefix.buyer)) return 'buyer';
  }
  const value = attrEquals ? item.getAttribute(attrEquals.attr) : null;
  if (attrEquals && value !== null) {
    if (attrEquals.buyer.includes(value)) return 'buyer';
    if (attrEquals.seller.includes(value)) return 'seller';
  }
  return null;
}

function byName(item: Element, sides: Sides, buyerName: string, looking: Looking): Side | null {
  const sender = read(sides.byName, item, looking)?.value;
  if (!sender || !buyerName) return null;
  // A date printed right behind a name may have taken the digit the name ends with.
  const clipped = buyerName.startsWith(sender) && /^\d$/.test(buyerName.slice(sender.length));
  return clipped || namesAgree(sender, buyerName) ? 'buyer' : 'seller';
}

/**
 * Sides by where the words stand, for pages that say it no other way. When all stand on one side the page is
 * flat and nothing can be told.
 */
export function sidesByPlace(items: readonly Element[], root: Element): readonly Side[] {
  const frame = root.getBoundingClientRect();
  if (frame.width === 0) return items.map(() => 'unknown');
  const sides = items.map((item): Side => {
    const range = item.ownerDocument.createRange();
    range.selectNodeContents(item);
    const ink = range.getBoundingClientRect();
    if (ink.width === 0) return 'unknown';
    const gap = (ink.left - frame.left - (frame.right - ink.right)) / frame.width;
    return Math.abs(gap) < 0.06 ? 'system' : gap < 0 ? 'buyer' : 'seller';
  });
  return new Set(sides.filter((side) => side !== 'system')).size < 2 ? sides.map(() => 'unknown') : sides;
}
