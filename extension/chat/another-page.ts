import type { Adapter } from './adapter';
import { isFollowablePattern } from './match';

/**
 * A site of which nothing but the address is known: the page is read by where things stand and what they say.
 * Null when the address can't be followed.
 *
 * @example adapterForAddress('https://kf.youzan.com/shop?x=1')?.matches // => ['https://kf.youzan.com/*']
 * @example adapterForAddress('file:///tmp/a.html') // => null
 */
export function adapterForAddress(address: string): Adapter | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  const pattern = `${url.protocol}//${url.host}/*`;
  if (!isFollowablePattern(pattern)) return null;
  const id = `page-${url.host.replace(/[^a-z0-9.-]/gi, '-')}`.slice(0, 60);
  return { id, label: { zh: url.host, en: url.host }, matches: [pattern] };
}
