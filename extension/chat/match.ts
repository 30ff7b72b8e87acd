/**
 * Addresses a site may be followed at. Narrower than the browsers' match patterns on purpose: a concrete
 * host, so that nobody can be talked into a file that reads every page.
 */
const PATTERN = /^(https?):\/\/([^/:]+)(?::(\d{1,5}|\*))?(\/.*)$/;
const SHARED_SUFFIX = /^(co|com|net|org|gov|edu|ac|ne|or)\.[a-z]{2}$/;

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly port: string | undefined;
  readonly path: string;
}

function partsOf(pattern: string): Parts | null {
  const found = PATTERN.exec(pattern);
  if (!found) return null;
  const [, scheme = '', host = '', port, path = ''] = found;
  return { scheme, host: host.toLowerCase(), port, path };
}

/**
 * Whether a pattern may stand in an adapter: https with a concrete host (`*.shop.example` for the subdomains
 * of one site), or http on this computer with any port.
 *
 * @example isFollowablePattern('https://mms.pinduoduo.com/*') // => true
 * @example isFollowablePattern('http://127.0.0.1:4173/*') // => true
 * @example isFollowablePattern('https://*.zendesk.com/*') // => true
 * @example isFollowablePattern('https://*.com/*') // => false
 * @example isFollowablePattern('http://mms.pinduoduo.com/*') // => false
 */
export function isFollowablePattern(pattern: string): boolean {
  const parts = partsOf(pattern);
  if (!parts) return false;
  if (parts.host === 'localhost' || parts.host === '127.0.0.1') return true;
  if (parts.scheme !== 'https') return false;
  const site = parts.host.startsWith('*.') ? parts.host.slice(2) : parts.host;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(site)) return false;
  return parts.host === site || !SHARED_SUFFIX.test(site);
}

/**
 * The pattern as browsers know it for permissions and content scripts. Ports are left out: Firefox has none
 * in its patterns, and the host is the same shop anyway.
 *
 * @example browserPattern('http://127.0.0.1:4173/*') // => 'http://127.0.0.1/*'
 */
export function browserPattern(pattern: string): string {
  const parts = partsOf(pattern);
  return parts ? `${parts.scheme}://${parts.host}${parts.path}` : pattern;
}

/**
 * Whether an address is one of those a pattern means.
 *
 * @example matchesUrl('https://*.zendesk.com/*', 'https://shop.zendesk.com/agent/tickets/7') // => true
 * @example matchesUrl('https://mms.pinduoduo.com/*', 'https://mms.pinduoduo.com.evil.example/') // => false
 */
export function matchesUrl(pattern: string, url: string): boolean {
  const parts = partsOf(pattern);
  let at: URL;
  try {
    at = new URL(url);
  } catch {
    return false;
  }
  if (!parts || `${parts.scheme}:` !== at.protocol) return false;
  const suffix = parts.host.startsWith('*.') ? parts.host.slice(1) : null;
  const host = at.hostname.toLowerCase();
  if (suffix ? !host.endsWith(suffix) && host !== suffix.slice(1) : host !== parts.host) return false;
  if (parts.port !== undefined && parts.port !== '*' && parts.port !== at.port) return false;
  return wildcard(parts.path, at.pathname + at.search);
}

/** `*` stands for anything. Walks the pieces in order: linear, whatever the file says. */
function wildcard(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return text === first;
  const last = pieces[pieces.length - 1] ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
