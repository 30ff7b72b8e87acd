import type { Params, WordKey } from '@shared/i18n/shop';
import type { Adapter } from './adapter';
import { parseAdapter } from './adapter-schema';

export type AdapterFile =
  | { readonly ok: true; readonly adapters: readonly Adapter[]; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly reason: WordKey; readonly params: Params };

const MOST_BYTES = 64 * 1024;

/**
 * Reads a file of one adapter, or of `{"schema":1,"adapters":[…]}`. All of it is taken or nothing is; keys
 * this version does not know are left out and named.
 *
 * @example parseAdapterFile('[]') // => { ok: false, reason: 'chat.site.none', params: {} }
 */
export function parseAdapterFile(text: string): AdapterFile {
  const size = new TextEncoder().encode(text).length;
  if (size > MOST_BYTES) return refuse('chat.site.tooBig', { size: Math.ceil(size / 1024) });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('chat.site.notJson', {});
  }
  if (!isObject(data)) return refuse('chat.site.none', {});
  if ('schema' in data && data.schema !== 1) {
    return refuse('chat.site.newer', { schema: String(data.schema).slice(0, 20) });
  }
  const many = Array.isArray(data.adapters);
  const entries: readonly unknown[] = many ? (data.adapters as unknown[]) : [data];
  if (entries.length === 0 || (!many && !('id' in data))) return refuse('chat.site.none', {});
  const known = many ? new Set(['schema', 'adapters']) : null;
  const ignored = known ? Object.keys(data).filter((key) => !known.has(key)) : [];
  const adapters: Adapter[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = parseAdapter(entry);
    const site = isObject(entry) && typeof entry.id === 'string' ? entry.id.slice(0, 60) : String(index + 1);
    if (!parsed.ok) return refuse(reasonFor(parsed.place), { site, place: parsed.place || 'matches' });
    adapters.push(parsed.adapter);
    ignored.push(...unknownKeys(entry, parsed.adapter, parsed.adapter.id));
  }
  return { ok: true, adapters, ignored };
}

function refuse(reason: WordKey, params: Params): AdapterFile {
  return { ok: false, reason, params };
}

function reasonFor(place: string): WordKey {
  if (place === '' || /(^|\.)matches(Unverified)?(\.|$)/.test(place)) return 'chat.site.badMatch';
  return 'chat.site.badField';
}

/** Names what the schema dropped: the keys of the file that are not in what came out of it. */
function unknownKeys(from: unknown, kept: unknown, path: string): readonly string[] {
  if (Array.isArray(from)) {
    return from.flatMap((entry, index) => unknownKeys(entry, (kept as unknown[])[index], path));
  }
  if (!isObject(from) || !isObject(kept)) return [];
  const names = Object.keys(from).flatMap((key) =>
    Object.hasOwn(kept, key) ? unknownKeys(from[key], kept[key], `${path}.${key}`) : [`${path}.${key}`],
  );
  return [...new Set(names)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
