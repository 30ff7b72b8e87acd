import { isMasked } from '@shared/text/mask';
import { matchKey } from '@shared/text/normalize';

/**
 * Whether two places of a page show the same name. One may be cut short with an ellipsis.
 *
 * @example namesAgree('Anna Lee', 'Anna…') // => true
 * @example namesAgree('Anna', 'Bella') // => false
 */
export function namesAgree(a: string, b: string): boolean {
  const [left, right] = [matchKey(a), matchKey(b)];
  if (left === right) return left !== '';
  return isCut(left, right) || isCut(right, left);
}

/**
 * Whether they may be the same name, one of them masked. Enough only where a key proves who it is.
 *
 * @example namesCompatible('E***E', 'Emmie') // => true
 */
export function namesCompatible(a: string, b: string): boolean {
  if (namesAgree(a, b)) return true;
  const [left, right] = [matchKey(a), matchKey(b)];
  return isMaskOf(left, right) || isMaskOf(right, left);
}

function isCut(short: string, long: string): boolean {
  const head = short.replace(/(…|\.{2,})$/, '');
  return head !== short && head.length > 0 && long.startsWith(head);
}

function isMaskOf(masked: string, name: string): boolean {
  if (!isMasked(masked) || isMasked(name)) return false;
  const [head = '', ...rest] = masked.split(/[*＊•●]+/);
  const tail = rest.at(-1) ?? '';
  return name.startsWith(head) && name.endsWith(tail) && name.length >= head.length + tail.length;
}
