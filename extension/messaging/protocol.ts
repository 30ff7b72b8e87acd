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

/**
 * Every message there is, by type. The listening side checks the sender and parses the body with a schema:
 * a content script lives in a hostile page.
 *
 * - content → extension pages: `chat/state` (what it sees), `chat/hello` (answers with its adapter)
 * - extension page → content: `chat/ask`, `chat/fill`
 * - extension page → service worker: `book/changed`, `sites/changed`
 */
export interface Protocol {
  'chat/hello': { request: { readonly url: string }; response: { readonly adapter: unknown } };
  'chat/state': { request: { readonly state: ChatState }; response: undefined };
  'chat/ask': { request: Record<string, never>; response: ChatState | undefined };
  'chat/fill': { request: FillRequest; response: FillResult };
  'book/changed': { request: Record<string, never>; response: undefined };
  'sites/changed': { request: Record<string, never>; response: undefined };
}

export type MessageType = keyof Protocol;
