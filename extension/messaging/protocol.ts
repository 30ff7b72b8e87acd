import type { ChatState } from './chat-state';

/** Why a text could not be filled. `changed`: another buyer or a new message came in between. */
export type FillFailure = 'no-box' | 'changed' | 'has-draft' | 'not-verified' | 'no-page';

export interface FillRequest {
  readonly text: string;
  /** The buyer shown when the seller pressed the key, and the last message then. */
  readonly buyerKey: string;
  readonly lastMessageId: string | null;
  /** What to do with a draft that stands in the box: refuse, or add behind it, or put in its place. */
  readonly draft: 'refuse' | 'append' | 'replace';
}

export type FillResult = { readonly ok: true } | { readonly ok: false; readonly reason: FillFailure };

/** What one frame of a page answers when asked. */
export interface ChatAnswer {
  readonly state: ChatState;
  readonly frameId: number;
}

/** A site that can be followed, and whether the seller has allowed it. */
export interface KnownSite {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Patterns as adapters write them, with ports. */
  readonly matches: readonly string[];
  readonly held: boolean;
  /** Taught or imported by the seller. */
  readonly own: boolean;
  /** When the public evidence was seen that the site's description rests on; empty when there is none. */
  readonly seen: string;
}

type Nothing = Record<string, never>;

/**
 * Every message there is, by type. The listening side checks the sender and parses the body with a schema:
 * a content script lives in a hostile page.
 *
 * - content → extension pages: `chat/state` (what it sees); content → service worker: `chat/hello` (answers
 *   with its adapter)
 * - extension page → content: `chat/ask`, `chat/fill`, `chat/structure`; service worker → content: `chat/refresh`
 * - service worker → panel: `panel/do` (a key of the browser)
 * - extension page → service worker and other pages: `book/changed`, `sites/changed`, `sites/known`
 */
export interface Protocol {
  'chat/hello': {
    request: { readonly url: string };
    response: { readonly adapter: unknown; readonly frameId: number; readonly topUrl: string };
  };
  'chat/state': { request: { readonly state: ChatState }; response: undefined };
  'chat/ask': { request: Nothing; response: ChatAnswer | undefined };
  'chat/fill': { request: FillRequest; response: FillResult };
  'chat/structure': { request: Nothing; response: string };
  'chat/refresh': { request: Nothing; response: undefined };
  'panel/do': { request: { readonly command: string; readonly tabId: number }; response: boolean };
  'book/changed': { request: Nothing; response: undefined };
  'sites/changed': { request: Nothing; response: undefined };
  'sites/known': { request: Nothing; response: readonly KnownSite[] };
}

export type MessageType = keyof Protocol;
export type Request<Type extends MessageType> = Protocol[Type]['request'];
export type Response<Type extends MessageType> = Protocol[Type]['response'];
