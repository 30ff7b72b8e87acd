import type { ChatState } from '@extension/messaging/chat-state';

/** A chat page that shows one buyer, as the content script would tell it. */
export function chatWith(name: string, key: string, more: Partial<ChatState> = {}): ChatState {
  return {
    status: 'connected',
    missing: [],
    adapterId: 'pdd',
    label: { zh: '拼多多', en: 'Pinduoduo' },
    host: 'mms.pinduoduo.com',
    buyer: { platform: 'pdd', strength: 'platform', key, name, masked: name.includes('*'), sure: true },
    candidates: [],
    messages: [],
    orderNumbers: [],
    rows: [],
    draft: '',
    selection: '',
    ...more,
  };
}
