import { useWords } from '@extension/ui/words';
import type { Translate } from '@shared/i18n';
import { usePanel } from './state/context';

const FIELDS = ['ready', 'list', 'name', 'key', 'messages', 'composer', 'wait'] as const;

function fieldWord(field: string, t: Translate): string {
  const known = FIELDS.find((name) => name === field);
  return known ? t(`chat.field.${known}`) : field;
}

/** The state of the chat page in one word, and one sentence where the word alone does not help. */
export function StatusLine() {
  const { t } = useWords();
  const { session } = usePanel();
  const chat = session.chat.value;
  const status = chat?.status ?? 'connecting';
  const missing = chat?.missing ?? [];
  return (
    <div class={`status-line ${status}`}>
      <span class="status" role="status">
        {t(`chat.status.${status}`)}
      </span>
      {(status === 'partly' || status === 'changed') && missing.length > 0 && (
        <span class="quiet small">
          {t('chat.missing', { fields: missing.map((field) => fieldWord(field, t)).join(' · ') })}
        </span>
      )}
      {status === 'sign-in' && <span class="quiet small">{t('panel.status.signIn')}</span>}
    </div>
  );
}
