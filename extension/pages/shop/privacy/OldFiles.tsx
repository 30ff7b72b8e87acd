import { keepOldBuyer } from '@extension/book/actions/requests';
import { saveSetting } from '@extension/book/actions/settings';
import {
  KEEP_BUYERS,
  KEEP_BUYERS_USUAL,
  KEEP_LEADS,
  KEEP_LEADS_USUAL,
  oldBuyers,
} from '@extension/book/reads/old-buyers';
import { setting } from '@extension/book/reads/settings';
import { TextField } from '@extension/ui/fields';
import { type AnyKey, useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { useState } from 'preact/hooks';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

const SHOWN = 30;

/** Files of whom nothing was heard for long. They are shown; what becomes of them is the owner's word, one by one. */
export function OldFiles({
  book,
  acts,
  onLook,
}: ShopTabProps & { readonly onLook: (buyerId: string) => void }) {
  const { t } = useMore();
  const today = useToday(book);
  const months = useLive(
    async () => ({
      buyers: await setting(book, KEEP_BUYERS, KEEP_BUYERS_USUAL),
      leads: await setting(book, KEEP_LEADS, KEEP_LEADS_USUAL),
    }),
    [book],
  );
  const old = useLive(() => oldBuyers(book, today), [book, today]);
  if (!months || !old) return null;
  const save = (key: string) => (value: number) =>
    void acts.run(saveSetting(book, key, value), { key: 'options.saved' });
  return (
    <Part title={t('privacy.old.title')}>
      <p class="quiet">{t('privacy.old.about')}</p>
      <div class="fields">
        <Months
          key={`b${months.buyers}`}
          label="privacy.old.buyers"
          stored={months.buyers}
          onSave={save(KEEP_BUYERS)}
        />
        <Months
          key={`l${months.leads}`}
          label="privacy.old.leads"
          stored={months.leads}
          onSave={save(KEEP_LEADS)}
        />
      </div>
      {old.length === 0 && <p class="empty">{t('privacy.old.none')}</p>}
      <ul class="privacy-list">
        {old.slice(0, SHOWN).map(({ buyer, last, leadOnly }) => (
          <li key={buyer.id}>
            <Name of={buyer.name} />{' '}
            <span class="quiet small">
              {t('privacy.old.last', { day: last })}
              {leadOnly && ` · ${t('privacy.old.leadOnly')}`}
            </span>
            <span class="acts">
              <button type="button" class="plain small" onClick={() => onLook(buyer.id)}>
                {t('privacy.log.look')}
              </button>
              <button
                type="button"
                class="plain small"
                onClick={() =>
                  void acts.run(keepOldBuyer(book, buyer), {
                    key: 'privacy.old.kept',
                    params: { name: buyer.name },
                  })
                }
              >
                {t('privacy.old.keep')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {old.length > SHOWN && <p class="quiet">{t('privacy.old.more', { n: old.length - SHOWN })}</p>}
    </Part>
  );
}

interface MonthsProps {
  readonly label: AnyKey;
  readonly stored: number;
  readonly onSave: (months: number) => void;
}

function Months({ label, stored, onSave }: MonthsProps) {
  const { t } = useMore();
  const [text, setText] = useState(String(stored));
  const months = /^\d{1,3}$/.test(text.trim()) && Number(text) <= 240 ? Number(text) : null;
  const keep = () => {
    if (months !== null && months !== stored) onSave(months);
  };
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onFocusOut={keep}
    >
      <TextField
        label={t(label)}
        value={text}
        onValue={setText}
        wrong={months === null}
        hint={t(months === null ? 'privacy.old.wrong' : 'privacy.old.months')}
      />
    </form>
  );
}
