import { onScreen } from '@extension/ui/guest';
import './palette.css';
import { searchBuyers } from '@extension/book/reads/search';
import { templates } from '@extension/book/reads/templates';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { besides } from '../search/besides';
import { usePanel } from '../state/context';
import { doLetter } from '../use-keys';
import { rankTemplates } from '../words/rank';
import { readingsOf } from '../words/readings';
import { type Item, itemsOf } from './items';
import { keepRecent, readRecent } from './recent';

const SHOWN = 12;
const BUYERS = 5;

/** Everything that can be done, by its name (Ctrl-K): typing narrows, arrows walk, Enter does it, Esc leaves. */
export function Palette({ apologise }: { readonly apologise: () => Promise<void> }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const typed = session.palette.value ?? '';
  const wanted = typed.trim();
  const stored = useLive(() => templates(book), [book]);
  const buyers = useLive(
    async () => (wanted === '' ? [] : searchBuyers(book, wanted, BUYERS)),
    [book, wanted],
  );
  const recent = useMemo(() => readRecent(session.storage), [session]);
  const items = useMemo(
    () =>
      itemsOf({
        session,
        t,
        press: (letter) => void doLetter(session, letter, apologise),
        templates: stored ?? [],
        recent,
      }),
    [session, t, stored, recent, apologise],
  );
  const [readings, setReadings] = useState<Awaited<ReturnType<typeof readingsOf>>>();
  useEffect(() => {
    let here = true;
    void readingsOf(items).then((read) => here && setReadings(read));
    return () => {
      here = false;
    };
  }, [items]);
  const back = useRef<Element | null>(null);
  useLayoutEffect(() => {
    back.current = document.activeElement;
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
    return () => {
      if (back.current instanceof HTMLElement) back.current.focus();
    };
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, typed]);

  const found: readonly Item[] = [
    ...rankTemplates(items, typed, readings).slice(0, wanted === '' ? SHOWN : SHOWN - BUYERS),
    ...(buyers ?? []).map(
      (one): Item => ({
        id: `buyer:${one.buyer.id}`,
        title: onScreen(one.buyer.name),
        short: '',
        text: besides(one, t),
        used: 0,
        kind: 'buyer',
        run: () => session.openBuyer(one.buyer),
      }),
    ),
  ];
  const index = Math.min(at, Math.max(0, found.length - 1));
  const chosen = found[index];
  const leave = () => session.openPalette(null);
  function take(item: Item): void {
    keepRecent(session.storage, item.id);
    back.current = null;
    leave();
    // After the list is gone: what opens now takes the focus, and keeps it.
    setTimeout(item.run, 0);
  }
  function onKey(event: KeyboardEvent): void {
    if (composing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((index + step + found.length) % found.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      if (chosen) take(chosen);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  }
  return (
    <section class="palette" role="dialog" aria-label={t('finder.palette.title')}>
      <input
        ref={field}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-label={t('finder.palette.title')}
        placeholder={t('finder.palette.hint')}
        value={typed}
        maxLength={60}
        autocomplete="off"
        onInput={(event) => {
          session.openPalette(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div
        class="palette-list"
        role="listbox"
        id={`${id}-list`}
        ref={list}
        aria-label={t('finder.palette.title')}
      >
        {found.map((item, place) => (
          <div
            key={item.id}
            id={`${id}-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === index}
            class={place === index ? 'chosen' : ''}
            onMouseMove={() => setAt(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(item)}
            onKeyDown={onKey}
          >
            <span>
              {item.title}
              {item.kind === 'buyer' && <span class="quiet small"> {item.text}</span>}
            </span>
            <span class="quiet small">{t(`finder.palette.${item.kind}`)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && buyers && <p class="quiet">{t('finder.palette.nothing', { query: wanted })}</p>}
    </section>
  );
}
