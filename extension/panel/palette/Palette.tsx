import { onScreen } from '@extension/ui/guest';
import './palette.css';
import { searchBuyers } from '@extension/book/reads/search';
import { templates } from '@extension/book/reads/templates';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { PickList } from '../PickList';
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
  const field = useRef<HTMLInputElement>(null);
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
  const leave = () => session.openPalette(null);
  function take(item: Item): void {
    keepRecent(session.storage, item.id);
    back.current = null;
    leave();
    // After the list is gone: what opens now takes the focus, and keeps it.
    setTimeout(item.run, 0);
  }
  return (
    <section class="over palette" role="dialog" aria-label={t('finder.palette.title')}>
      <PickList
        field={field}
        typed={typed}
        onTyped={session.openPalette}
        found={found}
        idOf={(item) => item.id}
        row={(item) => (
          <>
            <span>
              {item.title}
              {item.kind === 'buyer' && <span class="quiet small"> {item.text}</span>}
            </span>
            <span class="quiet small">{t(`finder.palette.${item.kind}`)}</span>
          </>
        )}
        onTake={(item) => item && take(item)}
        onLeave={leave}
        label={t('finder.palette.title')}
        hint={t('finder.palette.hint')}
      />
      {found.length === 0 && buyers && <p class="quiet">{t('finder.palette.nothing', { query: wanted })}</p>}
    </section>
  );
}
