import { type Found, readySearch, searchBuyers } from '@extension/book/reads/search';
import { composing } from '@extension/ui/keys';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { useRef, useState } from 'preact/hooks';
import { NewBuyer } from '../companion';
import { usePanel } from '../state/context';
import { besides } from './besides';

/** Searchbox `Find a buyer`: arrows walk the answers, Enter opens one, Esc leaves. */
export function FindBuyer() {
  const { t } = useWords();
  const { session } = usePanel();
  const query = session.find.value;
  const setQuery = (text: string) => {
    session.find.value = text;
  };
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const wanted = query.trim();
  const found = useLive(
    async () => (wanted === '' ? [] : searchBuyers(session.book, wanted, 8)),
    [session.book, wanted],
  );
  const shown = wanted === '' ? [] : (found ?? []);
  function open({ buyer }: Found): void {
    session.openBuyer(buyer);
    setQuery('');
    field.current?.blur();
  }
  function onKey(event: KeyboardEvent): void {
    if (composing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
    }
    const chosen = shown[at] ?? shown[0];
    if (event.key === 'Enter' && chosen) open(chosen);
    if (event.key === 'Escape') {
      setQuery('');
      field.current?.blur();
    }
  }
  return (
    <search class="find">
      <input
        ref={field}
        type="search"
        id="find"
        aria-label={t('panel.find')}
        placeholder={t('panel.findHint')}
        value={query}
        maxLength={100}
        autocomplete="off"
        onFocus={() => void readySearch(session.book)}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {wanted !== '' && found && (
        <ul class="found">
          {shown.map((one, index) => (
            <li key={one.buyer.id}>
              <button type="button" class={index === at ? 'chosen' : ''} onClick={() => open(one)}>
                <Name of={one.buyer.name} />
                <span class="quiet small">{besides(one, t)}</span>
              </button>
            </li>
          ))}
          {shown.length === 0 && <li class="quiet">{t('panel.findNothing', { query: wanted })}</li>}
          {session.companion.value && (
            <li>
              <NewBuyer typed={wanted} key={wanted} onOpened={() => setQuery('')} />
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
