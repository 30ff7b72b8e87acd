import { askStructure } from '@extension/messaging';
import type { ChatState } from '@extension/messaging/chat-state';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';

const FIELDS = ['name', 'key', 'list', 'messages', 'composer', 'wait'] as const;
type Field = (typeof FIELDS)[number];

/** What of a page is found and how, for the seller; and its skeleton, for whoever can mend the description. */
export function SelfCheck() {
  const { t } = useMore();
  const { session } = usePanel();
  const [said, setSaid] = useState<string | null>(null);
  const seen = session.followed.value;
  const state = seen?.state;
  if (!state) return null;

  async function copy(): Promise<void> {
    const tabId = seen?.tabId ?? null;
    const text = tabId === null ? null : await askStructure(tabId, seen?.frameId ?? 0);
    if (text === null) {
      setSaid(t('selfCheck.noAnswer'));
      return;
    }
    try {
      await session.port.copy(text);
      setSaid(t('selfCheck.copied', { n: text.split('\n').length }));
    } catch {
      setSaid(t('selfCheck.notCopied'));
    }
  }
  return (
    <section class="self-check trust" aria-label={t('selfCheck.title')}>
      <h2>{t('selfCheck.title')}</h2>
      <ul>
        {FIELDS.map((field) => {
          const value = shownOf(field, state, t);
          return (
            <li key={field}>
              <Icon name={value === null ? 'close' : 'check'} />
              <span>
                {t(`chat.field.${field}`)}
                {': '}
                {value === null ? t('selfCheck.notFound') : <bdi>{value}</bdi>}
                {value !== null && state.won?.[field] && (
                  <span class="quiet small"> {wayOf(state.won[field], t)}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="quiet small">{t('selfCheck.about')}</p>
      <button type="button" onClick={() => void copy()}>
        {t('selfCheck.copy')}
      </button>
      <p class="quiet small" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

type Say = ReturnType<typeof useMore>['t'];

/** What was read there, shown on this computer only; null when nothing was. */
function shownOf(field: Field, state: ChatState, t: Say): string | null {
  const { buyer, rows, messages, won } = state;
  if (field === 'name') return buyer?.name ?? null;
  if (field === 'key') return buyer && buyer.strength !== 'name' ? buyer.key : null;
  if (field === 'list') return rows && t('selfCheck.rows', { n: rows.length });
  if (field === 'messages') {
    return messages.length > 0 || won?.messages ? t('selfCheck.messages', { n: messages.length }) : null;
  }
  if (field === 'composer') return won?.composer ? t('selfCheck.found') : null;
  // That nobody waits can be said only of a list that was found.
  return rows && t('selfCheck.waiting', { n: rows.filter(({ place }) => place !== null).length });
}

function wayOf(way: string | undefined, t: Say): string {
  return way === 'generic' ? t('selfCheck.byPlace') : t('selfCheck.byDescription', { nth: way ?? '' });
}
