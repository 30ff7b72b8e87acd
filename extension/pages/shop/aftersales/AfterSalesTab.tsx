import { saveSetting } from '@extension/book/actions/settings';
import { setting } from '@extension/book/reads/settings';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { COMPLAINT_CLOCK, COMPLAINT_CLOCKS, complaintClock } from '@shared/records/complaint-due';
import { Part } from '../../options/Part';
import type { ShopTabProps } from '../tabs';
import { Watched } from './Watched';

/** After the sale, for the whole shop: how its days are counted, and who came back after a mended complaint. */
export function AfterSalesTab({ book, acts }: ShopTabProps) {
  const { t } = useMore();
  const clock = useLive(async () => complaintClock(await setting(book, COMPLAINT_CLOCK, 'calendar')), [book]);
  if (clock === undefined) return null;
  return (
    <>
      <Part title={t('aftersales.clock')}>
        <p class="quiet">{t('aftersales.clock.how')}</p>
        <SelectField
          label={t('aftersales.clock.label')}
          value={clock}
          options={COMPLAINT_CLOCKS.map((value) => ({ value, label: t(`aftersales.clock.${value}`) }))}
          onValue={(value) =>
            void acts.run(saveSetting(book, COMPLAINT_CLOCK, value), {
              key: 'aftersales.done.clock',
              params: { what: t(`aftersales.clock.${value}`) },
            })
          }
        />
      </Part>
      <Watched book={book} />
    </>
  );
}
