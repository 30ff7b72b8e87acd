import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '@extension/chat/adapter';
import { parseAdapter } from '@extension/chat/adapter-schema';
import { BUNDLED } from '@extension/chat/adapters';
import { type Look, look } from '@extension/chat/engine/look';
import { createMemory, type Memory } from '@extension/chat/engine/memory';

/** 22 November 2026, 10:00 in Shanghai. */
export const TEN = Date.UTC(2026, 10, 22, 2, 0, 0);
export const PDD_URL = 'https://mms.pinduoduo.com/chat-merchant/index.html#/';

export function bundled(id: string): Adapter {
  const entry = BUNDLED.find((it) => (it as { id: string }).id === id);
  const parsed = parseAdapter(entry);
  if (!parsed.ok) throw new Error(`${id}: ${parsed.place}`);
  return parsed.adapter;
}

export function show(name: string): void {
  document.body.innerHTML = readFileSync(join(import.meta.dirname, '../../fixtures/chat', name), 'utf8');
}

export interface Followed {
  readonly memory: Memory;
  /** Looks at the page as it is now, `seconds` after ten o'clock. */
  readonly see: (seconds?: number, url?: string) => Look['state'];
}

export function follow(adapter: Adapter, url: string, startedLate = false): Followed {
  const memory = createMemory(startedLate);
  return {
    memory,
    see: (seconds = 0, at = url) =>
      look(adapter, { document, url: at, topUrl: at, now: TEN + seconds * 1000 }, memory).state,
  };
}

export function one<Kind extends Element = HTMLElement>(css: string): Kind {
  const found = document.querySelector<Kind>(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
}
