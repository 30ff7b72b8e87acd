import './red-lines.css';
import { saveSetting } from '@extension/book/actions/settings';
import { HELD_BACK, RED_LINES, redLineList } from '@extension/book/reads/red-lines';
import { setting } from '@extension/book/reads/settings';
import { TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { RedLineHint } from '@extension/ui/RedLineHint';
import { useLive } from '@extension/ui/use-live';
import { newId } from '@shared/records/id';
import { defaultRedLines } from '@shared/red-lines/defaults';
import { entry } from '@shared/red-lines/entry';
import type { RedLineEntry, RedLineList } from '@shared/red-lines/schema';
import { useState } from 'preact/hooks';
import type { ShopTabProps } from '../tabs';
import { RedLineRow } from './RedLineRow';

/** Words that get a shop fined (J8): the list it starts with, to be made its own. Hints, never a block. */
export function RedLinesTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const list = useLive(() => redLineList(book), [book]);
  const heldBack = useLive(() => setting(book, HELD_BACK, 0), [book]);
  const [tried, setTried] = useState('');
  const [fresh, setFresh] = useState<RedLineEntry | null>(null);
  if (!list) return null;
  const write = (entries: RedLineList['entries']) =>
    acts.run(saveSetting(book, RED_LINES, { schema: 1, entries }), { key: 'redLine.saved' });
  const put = async (changed: RedLineEntry): Promise<boolean> => {
    const known = list.entries.some(({ id }) => id === changed.id);
    const entries = known
      ? list.entries.map((one) => (one.id === changed.id ? changed : one))
      : [changed, ...list.entries];
    return write(entries);
  };
  const isDefault = JSON.stringify(list) === JSON.stringify(defaultRedLines);
  return (
    <section class="part" aria-label={t('redLine.title')}>
      <p class="quiet">{t('redLine.about')}</p>
      {!!heldBack && <p class="kept">{t('redLine.heldBack', { n: heldBack })}</p>}
      <TextField
        label={t('redLine.try')}
        value={tried}
        onValue={setTried}
        placeholder={t('redLine.tryHint')}
        multiline
      />
      <RedLineHint book={book} text={tried} platform={null} />
      <div class="acts">
        <button
          type="button"
          class="primary"
          onClick={() => setFresh(entry(`own-${newId(book.world).slice(-12)}`, 'own', {}))}
        >
          {t('redLine.add')}
        </button>
        {!isDefault && (
          <button type="button" onClick={() => void write(defaultRedLines.entries)}>
            {t('redLine.restore')}
          </button>
        )}
      </div>
      {list.entries.length === 0 && <p class="empty">{t('redLine.none')}</p>}
      <ul class="red-line-list">
        {fresh && (
          <RedLineRow
            key={fresh.id}
            line={fresh}
            isNew
            onSave={put}
            onLeave={() => setFresh(null)}
            onRemove={() => setFresh(null)}
          />
        )}
        {list.entries.map((line) => (
          <RedLineRow
            key={line.id}
            line={line}
            onSave={put}
            onRemove={() => void write(list.entries.filter(({ id }) => id !== line.id))}
          />
        ))}
      </ul>
    </section>
  );
}
