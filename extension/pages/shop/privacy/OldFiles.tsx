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
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { SettingField } from '@extension/ui/SettingField';
import { useLive } from '@extension/ui/use-live';
import { useToday } from '@extension/ui/use-today';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';

const SHOWN = 30;
const KEYS = { buyers: KEEP_BUYERS, leads: KEEP_LEADS } as const;

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
  return (
    <Part title={t('privacy.old.title')}>
      <p class="quiet">{t('privacy.old.about')}</p>
      <div class="fields">
        {(['buyers', 'leads'] as const).map((whose) => (
          <SettingField
            key={whose}
            label={`privacy.old.${whose}`}
            stored={String(months[whose])}
            tidy={(text) => String(monthsIn(text.trim()) ?? text.trim())}
            faultOf={(text) => (monthsIn(text) === null ? t('privacy.old.wrong') : null)}
            hint={t('privacy.old.months')}
            onSave={(text) =>
              acts.run(saveSetting(book, KEYS[whose], Number(text)), { key: 'options.saved' })
            }
          />
        ))}
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

const monthsIn = (text: string) => (/^\d{1,3}$/.test(text) && Number(text) <= 240 ? Number(text) : null);
