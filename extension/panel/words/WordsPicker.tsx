import './words.css';
import { addStarterTemplates } from '@extension/book/actions/templates';
import { templates } from '@extension/book/reads/templates';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Template } from '@shared/records/template';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PickList } from '../PickList';
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
  const field = useRef<HTMLInputElement>(null);
  const { text: typed, enter } = session.wordsTyped.value;
  const setTyped = (text: string) => {
    session.wordsTyped.value = { text, enter: false };
  };
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

  // Cards are written by hand or printed; they are offered where a card is asked for.
  const spoken = (stored ?? []).filter(({ category }) => category !== 'card');
  const mine = ({ language }: Template) => language === '' || language === lang;
  const found = rankTemplates(
    [...spoken.filter(mine), ...spoken.filter((one) => !mine(one))],
    typed,
    readings ?? undefined,
  );
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
    if (found[0]) void take(found[0]);
    else setTyped(typed);
  }, [isEager]);
  function onTake(template: Template | null): void {
    if (!isListed) session.wordsTyped.value = { text: typed, enter: true };
    else if (template) void take(template);
  }
  return (
    <section class="over words" role="dialog" aria-label={t('templates.title')}>
      <PickList
        field={field}
        fieldId="words"
        typed={typed}
        onTyped={setTyped}
        found={found}
        idOf={(template) => template.id}
        row={(template) => (
          <>
            <strong>{template.title}</strong>
            {template.short && <span class="key">{template.short}</span>}
            <span class="quiet first-words">{hand.filled(template).text}</span>
          </>
        )}
        onTake={onTake}
        onLeave={leave}
        label={t('templates.title')}
        fieldLabel={t('templates.find')}
        hint={t('templates.findHint')}
      >
        {(template) => template && <Chosen template={template} hand={hand} />}
      </PickList>
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
