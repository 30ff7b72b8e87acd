import { shownParams } from '@extension/ui/guest';
import { everyWord } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import type { Acts } from './use-acts';

/** What was just done, with Undo; or why it was not. */
export function Notice({ acts }: { readonly acts: Acts }) {
  const words = useWords();
  const t = everyWord(words.t);
  const { shown } = acts;
  return (
    <div class="toasts no-print" aria-live="polite">
      {shown && (
        <div class={shown.trouble ? 'toast fault-toast' : 'toast'} role={shown.trouble ? 'alert' : undefined}>
          <span>{t(shown.key, shownParams(shown.params))}</span>
          {shown.undoes && (
            <button type="button" onClick={() => void acts.undoLast()}>
              {t('common.undo')}
            </button>
          )}
          <button type="button" class="plain" aria-label={t('common.close')} onClick={() => acts.say(null)}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
