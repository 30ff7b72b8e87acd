import type { ChatStatus } from '@extension/messaging/chat-state';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import type { Translate, WordKey } from '@shared/i18n/shop';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePanel } from './state/context';

const FIELDS = ['ready', 'list', 'name', 'key', 'messages', 'composer', 'wait'] as const;

function fieldWord(field: string, t: Translate): string {
  const known = FIELDS.find((name) => name === field);
  return known ? t(`chat.field.${known}`) : field;
}

/** What to do, where the word alone leaves the seller helpless. */
const WHY: Partial<Record<ChatStatus, WordKey>> = {
  'not-chat': 'panel.status.notChat',
  'sign-in': 'panel.status.signIn',
  teach: 'panel.status.teach',
  changed: 'chat.changed',
};

/** Where something is not found as it should be, the seller may look into it. */
const CHECKED: readonly ChatStatus[] = ['partly', 'teach', 'changed'];

const SelfCheck = lazily(async () => (await import('./follow/SelfCheck')).SelfCheck);

/**
 * The state of the chat page in one word, what is known of the buyer beside it, and one sentence where the word
 * alone does not help.
 */
export function StatusLine({ children }: { readonly children: ComponentChildren }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [checks, setChecks] = useState(false);
  const chat = session.chat.value;
  const status = chat?.status ?? 'connecting';
  const missing = chat?.missing ?? [];
  const why = WHY[status];
  const byPlace = status === 'unsure' && Object.values(chat?.won ?? {}).includes('generic');
  const checkable = CHECKED.includes(status) || byPlace;
  return (
    <div class={`status-line ${status}`}>
      <span class="status" role="status">
        {t(`chat.status.${status}`)}
      </span>
      {children}
      {(status === 'partly' || status === 'changed') && missing.length > 0 && (
        <span class="quiet why">
          {t('chat.missing', { fields: missing.map((field) => fieldWord(field, t)).join(' · ') })}
        </span>
      )}
      {why && <span class="quiet why">{t(why)}</span>}
      {checkable && (
        <button type="button" class="plain small" aria-expanded={checks} onClick={() => setChecks(!checks)}>
          {t('chat.check')}
        </button>
      )}
      {checkable && (
        <button type="button" class="plain small" onClick={() => (session.desk.value = 'teach')}>
          {t('panel.menu.teach')}
        </button>
      )}
      {checks && checkable && <SelfCheck />}
    </div>
  );
}
