import type { AccountKey } from '@shared/records/account';

/** What the panel's status line can say; the words are in the dictionaries (`chat.status.*`). */
export const CHAT_STATUSES = [
  'not-chat',
  'connecting',
  'connected',
  'no-conversation',
  'sign-in',
  'partly',
  'teach',
  'unsure',
  'changed',
  'needs-permission',
] as const;
export type ChatStatus = (typeof CHAT_STATUSES)[number];

export interface SeenMessage {
  readonly id: string;
  readonly side: 'buyer' | 'seller' | 'system' | 'unknown';
  readonly text: string;
  /** Instant in ms when the page said so (carried forward from the group's start), else null. */
  readonly at: number | null;
}

export interface SeenRow {
  /** Key of the conversation in the list, or its name where the page has no key. */
  readonly key: string;
  readonly name: string;
  readonly unread: number;
  readonly preview: string;
  readonly active: boolean;
  /** Instant in ms since when this buyer waits; null when not waiting. */
  readonly waitingSince: number | null;
  /** The page showed a timer (true), or we only saw the unread mark at that time (false). */
  readonly waitExact: boolean;
  /** Place in line, from 1 = waits longest; null when not waiting. */
  readonly place: number | null;
}

export interface SeenBuyer extends AccountKey {
  readonly name: string;
  readonly masked: boolean;
  /** True when two signals agree or the key is strong: the panel may open the profile by itself. */
  readonly sure: boolean;
}

/**
 * What the content script sees right now. Held in memory only; stored only where the seller saves something.
 * Every text in it is the page's: hostile until proven otherwise, drawn as text nodes only.
 */
export interface ChatState {
  readonly status: ChatStatus;
  /** Fields the adapter should give and did not (for `partly` and `changed`). */
  readonly missing: readonly string[];
  /**
   * How each field was found: the candidate of the adapter that won, from `1`, or `generic` (by where it stands
   * and what it says).
   */
  readonly won?: Readonly<Record<string, string>> | undefined;
  readonly adapterId: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly host: string;
  readonly buyer: SeenBuyer | null;
  /** The names that disagree, when unsure. */
  readonly candidates: readonly string[];
  /** The open conversation, ticket or row: says where something was said, never who said it. */
  readonly conversation?: string | null;
  /** Oldest first, at most 50. */
  readonly messages: readonly SeenMessage[];
  readonly orderNumbers: readonly string[];
  /** At most 100. `null` when the list itself was not found: then "nobody waits" must not be said. */
  readonly rows: readonly SeenRow[] | null;
  /** What stands in the reply box. */
  readonly draft: string;
  /** Text selected in the page by the seller, at most 400 characters. */
  readonly selection: string;
}
