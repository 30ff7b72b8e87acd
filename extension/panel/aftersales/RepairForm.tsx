import '../people/people.css';
import { recordRepair } from '@extension/book/actions/guarantees';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Guarantee } from '@shared/records/guarantee';
import { REPAIR_RESULTS, type RepairResult } from '@shared/records/guarantee-rule';
import { useState } from 'preact/hooks';
import { InlineForm } from '../people/InlineForm';
import { usePanel } from '../state/context';

/** How a repair went; failed ones are counted, and two inside the guarantee mean exchange or refund. */
export function RepairForm({
  guarantee,
  onLeave,
}: {
  readonly guarantee: Guarantee;
  readonly onLeave: () => void;
}) {
  const { t } = useMore();
  const { session } = usePanel();
  const [text, setText] = useState('');
  const [result, setResult] = useState<RepairResult>('ok');
  const { id, what } = guarantee;
  return (
    <InlineForm
      label={t('aftersales.repair.end')}
      check={() => null}
      save={() =>
        session.run(recordRepair(session.book, id, result, text.trim()), {
          key: 'aftersales.done.repaired',
          params: { what },
        })
      }
      onLeave={onLeave}
    >
      <TextField label={t('aftersales.repair.what')} value={text} onValue={setText} autofocus />
      <SelectField
        label={t('aftersales.repair.result')}
        value={result}
        options={REPAIR_RESULTS.map((value) => ({ value, label: t(`aftersales.repair.${value}`) }))}
        onValue={setResult}
      />
    </InlineForm>
  );
}
