import { shownParams } from '@extension/ui/guest';
import { everyWord } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import { usePanel } from './state/context';

/** What was just done, with Undo; or why it was not. */
export function ToastLine() {
  const words = useWords();
  const t = everyWord(words.t);
  const { session } = usePanel();
  const toast = session.toast.value;
  const { undoes, onDraft, onSent } = toast ?? {};
  return (
    <div class="toasts" aria-live="polite">
      {session.all && !undoes && (
        <button type="button" class="plain" onClick={() => void session.undoLast()}>
          {t('common.undo')}
        </button>
      )}
      {toast && (
        <div
          class={toast.tone === 'trouble' ? 'toast fault-toast' : 'toast'}
          role={toast.tone === 'trouble' ? 'alert' : undefined}
        >
          <span>{t(toast.key, shownParams(toast.params))}</span>
          {onSent && (
            <button type="button" class="primary" onClick={onSent}>
              {t('panel.fill.sent')}
            </button>
          )}
          {undoes && (
            <button type="button" onClick={() => void session.undoAction(undoes)}>
              {t('common.undo')}
            </button>
          )}
          {onDraft && (
            <>
              <button type="button" onClick={() => onDraft('append')}>
                {t('panel.fill.append')}
              </button>
              <button type="button" onClick={() => onDraft('replace')}>
                {t('panel.fill.replace')}
              </button>
            </>
          )}
          <button
            type="button"
            class="plain"
            aria-label={t('common.close')}
            onClick={() => session.say(null)}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}
