import { type FoundFile, otherFiles } from '@extension/book/reads/account-preview';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import type { Buyer } from '@shared/records/buyer';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { usePanel } from '../../state/context';

interface FindFileProps {
  readonly buyer: Buyer;
  /** How one found file is offered. */
  readonly children: (found: FoundFile) => ComponentChildren;
  /** Enter takes the first one. */
  readonly onFirst: (found: FoundFile) => void;
}

/** Looks for the file of another buyer. */
export function FindFile({ buyer, children, onFirst }: FindFileProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const id = useId();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const found = useLive(
    async () => (wanted === '' ? [] : otherFiles(session.book, buyer.id, wanted)),
    [session.book, buyer.id, wanted],
  );
  return (
    <>
      <div class="field">
        <label for={id}>{t('people.accounts.find')}</label>
        <input
          id={id}
          type="search"
          value={query}
          maxLength={100}
          autocomplete="off"
          placeholder={t('people.accounts.findHint')}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found?.[0];
            if (event.key !== 'Enter' || composing(event) || !first) return;
            event.preventDefault();
            onFirst(first);
          }}
        />
      </div>
      {wanted !== '' && found?.length === 0 && (
        <p class="quiet">{t('people.accounts.nobody', { query: wanted })}</p>
      )}
      {found && found.length > 0 && (
        <ul class="people-found">
          {found.map((one) => (
            <li key={one.buyer.id}>{children(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
