import type { Sides } from '../adapter';
import { sidesByPlace } from '../engine/side';
import { fits } from '../read/query';
import { simpleOf } from './simple';
import { isOwnWord, type Said } from './vocabulary';

type Side = 'buyer' | 'seller';

/** Words a page has for who wrote something. */
const HINTS: Readonly<Record<Side, RegExp>> = {
  seller:
    /(?:^|[^a-z])(?:me|self|mine|my|own|right|seller|send|sent|out|outgoing|agent|admin|service|kf|staff)(?![a-z])/i,
  buyer:
    /(?:^|[^a-z])(?:other|left|buyer|customer|in|incoming|receive|received|recv|guest|user|peer|visitor|you|friend)(?![a-z])/i,
};
const MOST = 3;

/**
 * How the sides are told apart, from one message of each: names only one of them bears, as far as they say so in
 * words or agree with where every message stands. Where nothing is plain a side stays unknown.
 */
export function sidesFor(
  items: readonly Element[],
  picked: Readonly<Record<Side, Element>>,
  holder: Element,
  said: Said,
): Sides {
  const placed = sidesByPlace(items, holder);
  const at = (item: Element) => placed[items.indexOf(item)] ?? 'unknown';
  const leans = at(picked.buyer) === 'buyer' && at(picked.seller) === 'seller';
  const against = at(picked.buyer) === 'seller' || at(picked.seller) === 'buyer';
  const marksOf = (side: Side, other: Side) => {
    const theirs = namesOf(picked[other], said);
    return namesOf(picked[side], said)
      .filter((css) => !theirs.includes(css))
      .filter((css) => {
        const bearers = items.filter((item) => fits(item, [css]));
        const wrong = leans && bearers.some((item) => at(item) === other);
        const hinted = HINTS[side].test(css.replace(/([a-z])([A-Z])/g, '$1-$2'));
        // Without a word that says so, only agreement with every place will do.
        return !wrong && (hinted || (leans && bearers.length > 1 && bearers.every((it) => at(it) === side)));
      })
      .slice(0, MOST);
  };
  const buyer = marksOf('buyer', 'seller');
  const seller = marksOf('seller', 'buyer');
  return {
    ...(buyer.length > 0 ? { buyer } : {}),
    ...(seller.length > 0 ? { seller } : {}),
    // The seller's own word against the layout: then places say nothing here.
    ...(against ? {} : { geometry: true }),
  };
}

/** The names of a message and of what is in it, its own first. */
function namesOf(item: Element, said: Said): readonly string[] {
  const own = simpleOf(item, said, true);
  const values = item
    .getAttributeNames()
    .filter((name) => /^data-[a-z-]{1,30}$/.test(name))
    .flatMap((name) => {
      const value = item.getAttribute(name) ?? '';
      return isOwnWord(value, said) ? [`:scope[${name}="${value}"]`] : [];
    });
  const inner = [...item.querySelectorAll('*')].slice(0, 60).flatMap((part) => {
    const { stable, classes } = simpleOf(part, said, true);
    return [...stable, ...classes].filter((css) => css.startsWith('.') || css.startsWith('['));
  });
  const bare = own.stable.map((css) => `:scope${css.startsWith('[') ? css : css.slice(css.indexOf('['))}`);
  return [...new Set([...own.classes.map((css) => `:scope${css}`), ...values, ...bare, ...inner])];
}
