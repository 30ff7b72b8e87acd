import type { OpenBook } from '@extension/book/open';
import { searchBuyers } from '@extension/book/reads/search';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { SAMPLE_BUYER } from '@shared/records/sample';
import { useState } from 'preact/hooks';

const MOST = 8;

/** Looks somebody up, by whatever of them is known. */
export function FindOne({
  book,
  onFound,
}: {
  readonly book: OpenBook;
  readonly onFound: (buyerId: string) => void;
}) {
  const { t } = useMore();
  const [query, setQuery] = useState('');
  const found = useLive(() => searchBuyers(book, query, MOST), [book, query]) ?? [];
  const real = found.filter(({ buyer }) => buyer.id !== SAMPLE_BUYER);
  return (
    <>
      <p class="quiet">{t('privacy.one.about')}</p>
      <TextField label={t('privacy.one.find')} value={query} onValue={setQuery} />
      {query.trim() !== '' && real.length === 0 && <p class="empty">{t('privacy.one.none')}</p>}
      <ul class="privacy-list">
        {real.map(({ buyer }) => (
          <li key={buyer.id}>
            <button type="button" class="plain" onClick={() => onFound(buyer.id)}>
              <Name of={buyer.name} />
            </button>{' '}
            <span class="quiet small">{buyer.since}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
