import { useWords } from '@extension/ui/words';
import type { WordKey } from '@shared/i18n/shop';
import { useEffect, useId, useRef } from 'preact/hooks';
import { ACTS, MORE_ACTS } from './buyer/ActionBar';
import { usePanel } from './state/context';

/** Every key of the panel, in the order of an evening. */
const KEYS: readonly (readonly [string, WordKey])[] = [
  ['F', 'panel.keys.fill'],
  ...[...ACTS, ...MORE_ACTS].map(({ letter, word }) => [letter, word] as const),
  ['A', 'panel.act.apology'],
  ['1 2 3', 'panel.keys.score'],
  ['/', 'panel.find'],
  ['↵', 'common.save'],
  ['Esc', 'panel.keys.leave'],
  ['Ctrl Z', 'common.undo'],
  ['?', 'panel.keys'],
];

/** The list of keys, over the panel until any key or click. */
export function Keys() {
  const { t } = useWords();
  const { session } = usePanel();
  const id = useId();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const leave = () => (session.keysShown.value = false);
  return (
    <section
      class="keys"
      role="dialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === '?') {
          event.preventDefault();
          event.stopPropagation();
          leave();
        }
      }}
    >
      <h2 id={id}>{t('panel.keys')}</h2>
      <p class="quiet small">{t('panel.keys.where')}</p>
      <dl>
        {KEYS.map(([letter, word]) => (
          <div key={letter}>
            <dt>
              <kbd class="key">{letter}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" ref={close} onClick={leave}>
        {t('common.close')}
      </button>
    </section>
  );
}
