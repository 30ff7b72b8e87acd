import { recordPromise } from '@extension/book/actions/promises';
import { SelectField, TextField } from '@extension/ui/fields';
import { lazily } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import { parseDue } from '@shared/calendar/phrases';
import { PROMISE_KINDS, type PromiseKind } from '@shared/records/promise';
import { usePanel } from '../state/context';
import type { Line, OpenForm } from '../state/session';
import { CostField, readCost } from './CostField';
import { DueField, readDue } from './DueField';
import { FormFrame } from './FormFrame';
import { guessPromiseKind } from './guess-kind';
import { useDraft } from './use-draft';

const DueChips = lazily(async () => (await import('../ledger/DueChips')).DueChips);

/** A promise: what, until when, of which kind, what it costs. */
export function PromiseForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session, settings } = usePanel();
  const { prefill, subject } = form;
  const saidDue = prefill.due || (parseDue(prefill.quote, session.today.value)?.matched ?? '');
  const { fields, set, drop } = useDraft(form, { what: prefill.what, due: saidDue, cost: '', kind: '' });
  const kind = (fields.kind || guessPromiseKind(fields.what)) as PromiseKind;
  const due = readDue(fields.due, session.today.value, fields.what);
  const { ok, cost } = readCost(fields.cost, settings.currency);

  function check() {
    if (fields.what.trim() === '') return 'panel.form.whatMissing';
    if (!due) return 'panel.form.dueUnknown';
    return ok ? null : 'panel.form.moneyUnknown';
  }
  const record = (toBeSent: boolean, line: Line) =>
    session.run(
      recordPromise(session.book, subject.who, {
        what: fields.what.trim(),
        kind,
        due: due ?? { on: 'open' },
        quote: toBeSent ? fields.what.trim() : prefill.quote,
        where: subject.where,
        cost,
        orderNumber: null,
        toBeSent,
      }),
      line,
    );
  async function leaveSaved(): Promise<void> {
    drop();
    onLeave();
  }
  return (
    <FormFrame
      title="panel.act.promise"
      subject={subject.name}
      check={check}
      save={() => record(false, { key: 'panel.done.promise' })}
      fill={() =>
        session.fill(fields.what.trim(), async (line) => {
          if ((await record(true, line)).ok) await leaveSaved();
        })
      }
      onLeave={(saved) => (saved ? void leaveSaved() : onLeave())}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('panel.form.promiseHint')}
        multiline
        autofocus
      />
      <div class="fields">
        <DueField value={fields.due} promised={fields.what} onValue={(value) => set({ due: value })} />
        <SelectField
          label={t('panel.form.kind')}
          value={kind}
          options={PROMISE_KINDS.map((value) => ({ value, label: t(`records.promise.kind.${value}`) }))}
          onValue={(value) => set({ kind: value })}
          narrow
        />
        <CostField value={fields.cost} onValue={(value) => set({ cost: value })} />
      </div>
      <DueChips onPick={(due) => set({ due })} />
    </FormFrame>
  );
}
