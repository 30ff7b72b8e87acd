import { noteCourierClaim } from '@extension/book/actions/complaints';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { dayWords, shortDay } from '@extension/ui/when';
import type { Day } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import { useState } from 'preact/hooks';
import { useDay } from '../buyer/rows';
import { readDay } from '../people/read-day';
import { usePanel } from '../state/context';

const CHECKED = ['unknown', 'yes', 'no'] as const;

interface CourierProps {
  readonly complaint: Complaint;
  /** When its order left the shop, as far as that is known: claims are counted from there. */
  readonly shippedOn: Day | null;
}

/** Received and checked before signing, and the claim on the courier with its last day (J13). */
export function Courier({ complaint, shippedOn }: CourierProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const day = useDay();
  const { id, what, courier } = complaint;
  const [until, setUntil] = useState(courier?.claimUntil ?? '');
  const [number, setNumber] = useState(courier?.number ?? '');
  const [checked, setChecked] = useState<(typeof CHECKED)[number]>(
    courier === null || courier.checked === null ? 'unknown' : courier.checked ? 'yes' : 'no',
  );
  const read = until.trim() === '' ? null : readDay(until, today);
  const wrong = until.trim() !== '' && read === null;
  const claimedAt = courier?.claimedAt ?? null;
  async function save(claimed?: boolean): Promise<void> {
    if (wrong) return;
    const facts = {
      checked: checked === 'unknown' ? null : checked === 'yes',
      claimUntil: read,
      number: number.trim(),
    };
    await session.run(noteCourierClaim(book, id, facts, claimed), {
      key: claimed ? 'aftersales.done.claimed' : 'care.done.changed',
      params: { what },
    });
  }
  return (
    <form
      class="after-part"
      aria-label={t('aftersales.courier')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t('aftersales.courier')}</h3>
      {shippedOn !== null && (
        <p class="quiet small">{t('aftersales.courier.shipped', { day: shortDay(shippedOn, today) })}</p>
      )}
      <div class="fields">
        <SelectField
          label={t('aftersales.courier.checked')}
          value={checked}
          options={CHECKED.map((value) => ({ value, label: t(`aftersales.courier.${value}`) }))}
          onValue={setChecked}
          narrow
        />
        <TextField
          label={t('aftersales.courier.until')}
          value={until}
          onValue={setUntil}
          placeholder={t('panel.form.dueHint')}
          hint={wrong ? t('panel.form.dueUnknown') : read && `→ ${dayWords(read, today, lang)}`}
          wrong={wrong}
          narrow
        />
        <TextField label={t('aftersales.courier.number')} value={number} onValue={setNumber} narrow />
      </div>
      <div class="acts">
        <button type="submit">{t('common.save')}</button>
        {claimedAt === null ? (
          <button type="button" class="plain" onClick={() => void save(true)}>
            {t('aftersales.courier.claim')}
          </button>
        ) : (
          <span class="quiet">{t('aftersales.courier.claimed', { day: day(claimedAt) })}</span>
        )}
      </div>
    </form>
  );
}
