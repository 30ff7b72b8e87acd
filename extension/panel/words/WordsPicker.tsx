import './words.css';
import { addStarterTemplates } from '@extension/book/actions/templates';
import { templates } from '@extension/book/reads/templates';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Template } from '@shared/records/template';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { Chosen } from './Chosen';
import type { Readings } from './rank';
import { rankTemplates } from './rank';
import { readingsOf } from './readings';
import { starterTemplates } from './starters';
import { useWordsAtHand } from './use-words-at-hand';

/**
 * Words at hand (P22), opened by `/`: typing narrows, arrows walk, Enter puts the words into the reply box and
 * never sends them, Esc leaves.
 */
export function WordsPicker() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { text: typed, enter } = session.wordsTyped.value;
  const setTyped = (text: string) => {
    session.wordsTyped.value = { text, enter: false };
  };
  const [at, setAt] = useState(0);
  const stored = useLive(() => templates(book), [book]);
  const readings = useReadings(stored);
  const hand = useWordsAtHand();
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, typed]);

  // Cards are written by hand or printed; they are offered where a card is asked for.
  const spoken = (stored ?? []).filter(({ category }) => category !== 'card');
  const mine = ({ language }: Template) => language === '' || language === lang;
  const found = rankTemplates(
    [...spoken.filter(mine), ...spoken.filter((one) => !mine(one))],
    typed,
    readings ?? undefined,
  );
  const index = Math.min(at, Math.max(0, found.length - 1));
  const chosen = found[index];
  const leave = () => {
    session.wordsShown.value = false;
  };
  async function take(template: Template): Promise<void> {
    leave();
    await hand.take(template);
  }
  // Enter came before the list, or before it was known how it sounds: the right one is taken as soon as it is.
  const isListed = stored !== undefined && readings !== null;
  const isEager = enter && isListed;
  useEffect(() => {
    if (!isEager) return;
    if (chosen) void take(chosen);
    else setTyped(typed);
  }, [isEager]);
  function onKey(event: KeyboardEvent): void {
    if (composing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((index + step + found.length) % found.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isListed) session.wordsTyped.value = { text: typed, enter: true };
      else if (chosen) void take(chosen);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  }
  return (
    <section class="words" role="dialog" aria-label={t('templates.title')}>
      <input
        ref={field}
        id="words"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-label={t('templates.find')}
        placeholder={t('templates.findHint')}
        value={typed}
        maxLength={60}
        autocomplete="off"
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {spoken.length > 0 && (
        <div class="words-list" role="listbox" id={`${id}-list`} ref={list} aria-label={t('templates.title')}>
          {found.map((template, place) => (
            <div
              key={template.id}
              id={`${id}-${template.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              class={place === index ? 'chosen' : ''}
              onMouseMove={() => setAt(place)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void take(template)}
              onKeyDown={onKey}
            >
              <strong>{template.title}</strong>
              {template.short && <span class="key">{template.short}</span>}
              <span class="quiet first-words">{hand.filled(template).text}</span>
            </div>
          ))}
        </div>
      )}
      {stored && spoken.length === 0 && (
        <div class="words-empty">
          <p class="quiet">{t('templates.none')}</p>
          <button
            type="button"
            class="primary"
            onClick={() => {
              void session.run(addStarterTemplates(book, starterTemplates(lang, t)), {
                key: 'templates.startersAdded',
              });
              field.current?.focus();
            }}
          >
            {t('templates.addStarters')}
          </button>
        </div>
      )}
      {spoken.length > 0 && found.length === 0 && <p class="quiet">{t('templates.nothingFits')}</p>}
      {chosen && <Chosen template={chosen} hand={hand} />}
      <p class="quiet small words-foot">
        <span>{t('templates.keys')}</span>
        <a
          href={`/shop.html${location.search.includes('lang=') ? `?lang=${lang}` : ''}#templates`}
          target="_blank"
          rel="noopener"
        >
          {t('templates.edit')}
        </a>
      </p>
    </section>
  );
}

/** How the templates sound; null until that is known. */
function useReadings(stored: readonly Template[] | undefined): ReadonlyMap<string, Readings> | null {
  const [readings, setReadings] = useState<ReadonlyMap<string, Readings> | null>(null);
  useEffect(() => {
    if (!stored) return;
    let here = true;
    const found = (read: ReadonlyMap<string, Readings>) => {
      if (here) setReadings(read);
    };
    // Without the dictionary of sounds they are found by their letters alone.
    readingsOf(stored).then(found, () => found(new Map()));
    return () => {
      here = false;
    };
  }, [stored]);
  return readings;
}
