import { recentChanges } from '@extension/book/reads/recent';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import type { Action } from '@shared/records/action';
import { usePanel } from '../state/context';
import { changedSetting } from './setting-words';

/** So many, newest first: a slip is noticed soon or not at all. */
const MOST = 20;

/** What was done last, each with its own Undo. */
export function Recent() {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const changes = useLive(() => recentChanges(book, MOST), [book]);
  if (!changes) return <div class="frame" aria-busy="true" />;
  if (changes.length === 0) return <p class="empty">{t('desk.recent.nothing')}</p>;
  return (
    <ol class="recent">
      {changes.map(({ action, sentence, undone, buyer, day }) => (
        <li key={action.id} class={undone ? 'undone' : ''}>
          <span class="day">{shortDay(day, today)}</span>
          <span class="what">
            {t(sentence.key, sentence.params).replace(/\s*[:：]\s*$/, '')}
            <Setting of={action} />
            {buyer && (
              <span class="who quiet">
                {' '}
                <Name of={buyer.name} />
              </span>
            )}
          </span>
          {undone ? (
            <span class="quiet small">{t('desk.recent.undone')}</span>
          ) : (
            <button type="button" class="plain" onClick={() => void session.undoAction(action.id)}>
              {t('common.undo')}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Which setting was changed: who takes one back must know which. */
function Setting({ of }: { readonly of: Action }) {
  const { t } = useMore();
  const name = changedSetting(of);
  return name && <span class="quiet"> · {t(name)}</span>;
}
