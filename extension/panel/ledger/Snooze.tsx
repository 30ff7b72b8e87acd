import { useMore } from '@extension/ui/more';
import { addDays, type Day, weekday } from '@shared/calendar/day';
import type { Promised } from '@shared/records/promise';
import { useState } from 'preact/hooks';
import { putOff } from '../buyer/settle';
import { DueField, readDue } from '../forms/DueField';
import { usePanel } from '../state/context';

/**
 * The days a promise is put off to with one click: tomorrow, the Monday after the weekend, in three days.
 */
function presetsFrom(today: Day) {
  return [
    ['tomorrow', addDays(today, 1)],
    ['weekend', addDays(today, 8 - weekday(today))],
    ['three', addDays(today, 3)],
  ] as const;
}

/** Puts a promise off: it leaves Today until that day. What was promised for when stays as it is. */
export function Snooze({ promise }: { readonly promise: Promised }) {
  const { t } = useMore();
  const { session } = usePanel();
  const [picking, setPicking] = useState(false);
  const [text, setText] = useState('');
  const today = session.today.value;
  const due = readDue(text, today);
  const until = due?.on === 'day' ? due.day : null;
  const set = async (day: Day | null) => {
    if ((await putOff(session, promise, day)).ok) setPicking(false);
  };
  const away = promise.snoozedUntil !== null && promise.snoozedUntil > today;
  return (
    <div class="acts snooze" role="toolbar" aria-label={t('ledger.snooze')}>
      <span class="quiet">{t('ledger.snooze')}</span>
      {presetsFrom(today).map(([name, day]) => (
        <button type="button" class="plain" key={name} onClick={() => void set(day)}>
          {t(`ledger.snooze.${name}`)}
        </button>
      ))}
      <button type="button" class="plain" aria-expanded={picking} onClick={() => setPicking(!picking)}>
        {t('ledger.snooze.pick')}
      </button>
      {away && (
        <button type="button" class="plain" onClick={() => void set(null)}>
          {t('ledger.snooze.back')}
        </button>
      )}
      {picking && (
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (until !== null) void set(until);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setPicking(false);
          }}
        >
          <DueField value={text} onValue={setText} autofocus />
          <button type="submit" class={until ? 'primary' : ''} disabled={until === null}>
            {t('common.save')}
          </button>
        </form>
      )}
    </div>
  );
}
