import * as v from 'valibot';
import type { ChatState } from './chat-state';
import type { ChatAnswer, FillRequest, FillResult } from './protocol';
import { chatAnswerSchema, chatStateSchema, fillResultSchema } from './schemas';
import { isContentScript } from './senders';
import { listen, sendToTab } from './wire';

/**
 * Hears what the followed pages show, every time it changes (at most once a second, a switch of buyer at once).
 *
 * @returns stops listening
 */
export function listenChatState(
  callback: (state: ChatState, tabId: number, frameId: number) => void,
): () => void {
  return listen('chat/state', isContentScript, (body, sender) => {
    const parsed = v.safeParse(v.object({ state: chatStateSchema }), body);
    const tabId = sender.tab?.id;
    if (parsed.success && tabId !== undefined) callback(parsed.output.state, tabId, sender.frameId ?? 0);
    return undefined;
  });
}

/** What a tab shows right now; null when no frame of it is being followed. */
export async function askChat(tabId: number): Promise<ChatAnswer | null> {
  const parsed = v.safeParse(chatAnswerSchema, await sendToTab(tabId, 'chat/ask', {}));
  return parsed.success ? parsed.output : null;
}

/** Fills the reply box of a page. Nothing is sent: the seller presses send. */
export async function fillChat(tabId: number, frameId: number, request: FillRequest): Promise<FillResult> {
  const parsed = v.safeParse(fillResultSchema, await sendToTab(tabId, 'chat/fill', request, frameId));
  return parsed.success ? parsed.output : { ok: false, reason: 'no-page' };
}

/** The skeleton of a followed page, without its words; null when the page does not answer. */
export async function askStructure(tabId: number, frameId: number): Promise<string | null> {
  const answer = await sendToTab(tabId, 'chat/structure', {}, frameId);
  const parsed = v.safeParse(v.pipe(v.string(), v.maxLength(400_000)), answer);
  return parsed.success ? parsed.output : null;
}
