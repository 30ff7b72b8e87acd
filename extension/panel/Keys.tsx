import './palette/palette.css';
import './over.css';
import { saveSetting } from '@extension/book/actions/settings';
import { boundKeys, isBindable, KEYS_SETTING, keyFor } from '@extension/ui/key-map';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import type { WordKey } from '@shared/i18n/shop';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ACTS, MORE_ACTS } from './buyer/ActionBar';
import { usePanel } from './state/context';

/** The keys of acts, in the order of an evening: a shop may give them others. */
const LETTERS: readonly (readonly [string, WordKey])[] = [
  ['F', 'panel.keys.fill'],
  ...[...ACTS, ...MORE_ACTS].map(({ letter, word }) => [letter, word] as const),
  ['A', 'panel.act.apology'],
  ['J', 'panel.keys.answer'],
  ['T', 'panel.keys.tell'],
  ['Z', 'panel.keys.putOff'],
  ['M', 'panel.keys.prepared'],
  ['I', 'panel.keys.inLine'],
  ['X', 'panel.menu.closing'],
];

/** Keys that are what they are everywhere. */
const FIXED: readonly (readonly [string, WordKey])[] = [
  ['1 2 3', 'panel.keys.score'],
  ['/', 'panel.words'],
  ['Ctrl K', 'panel.menu.palette'],
  ['↵', 'common.save'],
  ['↵', 'panel.keys.take'],
  ['⌫', 'panel.keys.wave'],
  ['Esc', 'panel.keys.leave'],
  ['Ctrl Z', 'common.undo'],
  ['?', 'panel.keys'],
];
const SCORES: ReadonlySet<string> = new Set(['1', '2', '3']);

/** The list of keys, over the panel until Esc or a click; a click on one gives the act another. */
export function Keys() {
  const { t } = useMore();
  const { session } = usePanel();
  const id = useId();
  const list = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const bound = boundKeys.value;
  useEffect(() => {
    const before = document.activeElement;
    list.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const leave = () => (session.keysShown.value = false);
  const save = (next: Readonly<Record<string, string>>) =>
    void session.run(saveSetting(session.book, KEYS_SETTING, next), { key: 'finder.keys.saved' });
  function bind(letter: string, pressed: string): void {
    const key = pressed.toLowerCase();
    const shown = key.toUpperCase();
    const owner = LETTERS.find(([other]) => other !== letter && keyFor(bound, other) === shown);
    if (!isBindable(key)) setWrong(t('finder.keys.odd', { key: pressed }));
    else if (SCORES.has(key)) setWrong(t('finder.keys.taken', { key: shown, act: t('panel.keys.score') }));
    else if (owner) setWrong(t('finder.keys.taken', { key: shown, act: t(owner[1]) }));
    else {
      const home = letter.toLowerCase();
      const { [home]: _before, ...rest } = bound;
      save(key === home ? rest : { ...rest, [home]: key });
      setAsked(null);
      setWrong(null);
    }
  }
  function onKey(event: KeyboardEvent): void {
    if (composing(event)) return;
    if (asked !== null && event.key !== 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        setAsked(null);
        setWrong(null);
      } else if (event.key !== 'Shift') bind(asked, event.key);
      return;
    }
    if (event.key === 'Escape' || event.key === '?') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  }
  return (
    <section ref={list} class="over keys" role="dialog" tabIndex={-1} aria-labelledby={id} onKeyDown={onKey}>
      <h2 id={id}>{t('panel.keys')}</h2>
      <p class="quiet small">{t('panel.keys.where')}</p>
      <p class="quiet small">{t('finder.keys.how')}</p>
      {wrong && (
        <p class="fault" role="alert">
          {wrong}
        </p>
      )}
      <dl>
        {LETTERS.map(([letter, word]) => (
          <div key={letter} class="key-row">
            <dt>
              <button
                type="button"
                class="key"
                aria-label={`${t('finder.keys.change')}: ${t(word)}`}
                aria-pressed={asked === letter}
                onClick={() => {
                  setAsked(letter);
                  setWrong(null);
                }}
              >
                {asked === letter ? '…' : keyFor(bound, letter)}
              </button>
            </dt>
            <dd>
              {t(word)}
              {asked === letter && <span class="quiet small"> {t('finder.keys.press')}</span>}
            </dd>
          </div>
        ))}
        {FIXED.map(([letter, word]) => (
          <div key={word}>
            <dt>
              <kbd class="key">{letter}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <div class="acts">
        <button type="button" onClick={leave}>
          {t('common.close')}
        </button>
        {Object.keys(bound).length > 0 && (
          <button type="button" class="plain" onClick={() => save({})}>
            {t('finder.keys.reset')}
          </button>
        )}
      </div>
    </section>
  );
}
