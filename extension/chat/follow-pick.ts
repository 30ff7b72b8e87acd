import type { ChatState, ChatStatus } from '@extension/messaging/chat-state';
import type { KnownSite } from '@extension/messaging/protocol';
import { matchesUrl } from './match';

export interface FrameState {
  readonly frameId: number;
  readonly state: ChatState;
}

/** A chat may sit in a frame of its page: what is seen there says more than "nothing here" from the page around it. */
const NOTHING_HERE: readonly ChatStatus[] = ['not-chat', 'connecting', 'teach', 'changed', 'sign-in'];

/** The frame that holds the chat; between equals the one nearest to the top. */
export function bestFrame(frames: ReadonlyMap<number, ChatState>): FrameState | null {
  const list = [...frames].map(([frameId, state]) => ({ frameId, state }));
  list.sort((a, b) => a.frameId - b.frameId);
  return list.find(({ state }) => !NOTHING_HERE.includes(state.status)) ?? list[0] ?? null;
}

/**
 * What to say of a tab nobody answers from. Without its permission a browser does not even tell the address:
 * that is the sign that it is missing.
 */
export function addressesFor(
  url: string | undefined,
  sites: readonly KnownSite[],
): { status: ChatStatus; site: KnownSite | undefined; matches: readonly string[] } {
  if (!url) return { status: 'needs-permission', site: undefined, matches: [] };
  const site = sites.find(({ matches }) => matches.some((pattern) => matchesUrl(pattern, url)));
  if (!site) return { status: 'not-chat', site: undefined, matches: [] };
  if (site.held) return { status: 'connecting', site, matches: [] };
  const matches = site.matches.filter((pattern) => matchesUrl(pattern, url));
  return { status: 'needs-permission', site, matches };
}
