import type { Who } from '@extension/book/who';
import type { ChatState } from '@extension/messaging/chat-state';
import type { KeyStrength } from '@shared/records/account';
import type { Place } from '@shared/records/fields';

/** What the seller asked to see; `follow` = whatever the chat shows. */
export type View =
  | { readonly kind: 'follow' }
  | { readonly kind: 'today' }
  | { readonly kind: 'buyer'; readonly buyerId: string; readonly name: string };

export interface BuyerSubject {
  readonly kind: 'buyer';
  readonly who: Who;
  readonly name: string;
  readonly platform: string | null;
  readonly strength: KeyStrength | null;
  /** Key of the conversation it was opened from; null when opened from a list or the search. */
  readonly conversation: string | null;
  readonly where: Place | null;
}

/** Whom the panel is about. */
export type Subject =
  | { readonly kind: 'today' }
  | { readonly kind: 'unsure'; readonly key: string; readonly names: readonly string[] }
  | BuyerSubject;

/** A conversation's key across platforms; the seller's choice for an unsure one is remembered under it. */
export function conversationKey(buyer: { readonly platform: string; readonly key: string }): string {
  return `${buyer.platform}/${buyer.key}`;
}

/** The chat's own open buyer as a subject. `chosen` is the seller's click where the page leaves doubt. */
export function subjectOfChat(chat: ChatState | null, chosen: ReadonlyMap<string, Who>): Subject {
  if (!chat) return { kind: 'today' };
  const { buyer } = chat;
  if (!buyer) {
    return chat.status === 'unsure'
      ? { kind: 'unsure', key: `${chat.adapterId}/${chat.candidates.join('/')}`, names: chat.candidates }
      : { kind: 'today' };
  }
  const key = conversationKey(buyer);
  const choice = chosen.get(key);
  if (!choice && (!buyer.sure || chat.status === 'unsure')) {
    const names = [...new Set([buyer.name, ...chat.candidates])].filter((name) => name !== '');
    return { kind: 'unsure', key, names };
  }
  const { platform, strength } = buyer;
  return {
    kind: 'buyer',
    who: choice ?? { account: { platform, strength, key: buyer.key, displayName: buyer.name } },
    name: buyer.name,
    platform,
    strength,
    conversation: key,
    where: { platform, conversation: buyer.key },
  };
}

/** Whom the panel is about, given what the seller asked for. */
export function subjectOf(view: View, chat: ChatState | null, chosen: ReadonlyMap<string, Who>): Subject {
  if (view.kind === 'follow') return subjectOfChat(chat, chosen);
  if (view.kind === 'today') return { kind: 'today' };
  return {
    kind: 'buyer',
    who: { buyerId: view.buyerId },
    name: view.name,
    platform: null,
    strength: null,
    conversation: null,
    where: null,
  };
}

/** One text per buyer as the panel knows them, for keys of screens and drafts. */
export function identityOf(who: Who): string {
  return 'buyerId' in who ? who.buyerId : conversationKey(who.account);
}
