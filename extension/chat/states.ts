import type { ChatState, ChatStatus } from '@extension/messaging/chat-state';
import type { Adapter } from './adapter';

/** A state in which nothing is known but its name. */
export function emptyState(status: ChatStatus, site?: Pick<Adapter, 'id' | 'label'>, host = ''): ChatState {
  return {
    status,
    missing: [],
    adapterId: site?.id ?? '',
    label: site?.label ?? { zh: '', en: '' },
    host,
    buyer: null,
    candidates: [],
    conversation: null,
    messages: [],
    orderNumbers: [],
    rows: null,
    draft: '',
    selection: '',
  };
}
