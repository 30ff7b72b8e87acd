import { isMasked } from '@shared/text/mask';
import type { Adapter } from '../adapter';
import { type Anchors, detect } from '../generic/detect';
import type { Looking } from '../read/reader';
import { taughtOn } from '../taught';
import { type Signals, type Who, withPlainName } from './identity';
import { namesAgree } from './names';

/**
 * The buyer a page shows plainly, by where things stand: the open row of its list and the name over the messages
 * are one, whole, and no second row bears it. Empty where it is not that plain.
 */
export function plainName(
  document: Document,
  box: HTMLElement | null,
  anchors: Anchors,
  looking: Looking,
): string {
  const known = { box, names: null, name: '' };
  const { rows, header } = detect(document, new Set(['list', 'name']), known, anchors, looking);
  const open = rows?.find(({ active }) => active)?.name ?? '';
  const alike = (rows ?? []).filter(({ name }) => namesAgree(name, open)).length;
  return namesAgree(open, header) && !isMasked(open) && alike === 1 ? open : '';
}

/**
 * What a page plainly shows comes before what it was taught, and after its ids: selectors of one evening may lead
 * elsewhere the next morning. It is not asked where the seller pointed at another name than the plain one, nor where
 * two of the taught signs disagree already or a twin stands in the list: a third sign settles neither.
 */
export function besidePlain(adapter: Adapter, signals: Signals, who: Who, see: () => string): Who {
  const strong = who.buyer?.strength === 'platform' || who.buyer?.strength === 'url';
  const open = who.pending || (!who.buyer && who.candidates.length > 1) || signals.sameNamed > 1;
  if (strong || open || taughtOn(adapter) === '' || adapter.identity?.overPlain) return who;
  const name = see();
  return name === '' ? who : withPlainName(signals, who, name);
}
