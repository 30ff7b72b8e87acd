import { costPromise } from '@extension/book/actions/promises';
import { EditValue } from '@extension/ui/EditValue';
import { useMore } from '@extension/ui/more';
import type { Promised } from '@shared/records/promise';
import { formatMoney, moneyToMajor } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { readCost } from '../forms/CostField';
import { usePanel } from '../state/context';

/** What the promise costs; often known only once it is kept, so it is written in its place. */
export function CostLine({ promise }: { readonly promise: Promised }) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const [writing, setWriting] = useState(false);
  const { id, what, cost } = promise;
  function save(text: string): boolean {
    const read = readCost(text, cost?.currency ?? settings.currency);
    if (!read.ok) {
      session.trouble('panel.form.moneyUnknown');
      return false;
    }
    setWriting(false);
    if (read.cost?.minor === cost?.minor) return true;
    void session.run(costPromise(session.book, id, read.cost), { key: 'ledger.done.cost', params: { what } });
    return true;
  }
  return (
    <p class="cost-line">
      {t('panel.form.cost')}{' '}
      {writing ? (
        <EditValue
          label={t('panel.form.cost')}
          start={cost ? String(moneyToMajor(cost)) : ''}
          maxLength={20}
          onSave={save}
          onLeave={() => setWriting(false)}
        />
      ) : (
        <button type="button" class="plain" onClick={() => setWriting(true)}>
          {cost ? formatMoney(cost, lang) : t('ledger.cost.none')}
        </button>
      )}
    </p>
  );
}
