import {
  beginRepair,
  editGuarantee,
  removeGuarantee,
  settleGuarantee,
} from '@extension/book/actions/guarantees';
import type { BuyerView } from '@extension/book/reads/buyer';
import { useEdited } from '@extension/ui/edited';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { dayOf } from '@shared/calendar/day';
import type { Guarantee } from '@shared/records/guarantee';
import { guaranteeStands, repairsOf } from '@shared/records/guarantee-rule';
import { useState } from 'preact/hooks';
import { Row } from '../buyer/rows';
import { FormFrame } from '../forms/FormFrame';
import { usePanel } from '../state/context';
import {
  GUARANTEE_LABELS,
  GuaranteeFields,
  readGuarantee,
  typedGuarantee,
  useGuaranteeWords,
} from './GuaranteeFields';
import { HandOver } from './HandOver';
import { RepairForm } from './RepairForm';
import { StepLog } from './StepLog';

/** One guarantee: how long it runs, how often it was repaired, and what the buyer may ask of us today. */
export function GuaranteeRow({
  guarantee,
  view,
}: {
  readonly guarantee: Guarantee;
  readonly view: BuyerView;
}) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const [open, setOpen] = useState<'repair' | 'exchange' | 'edit' | 'steps' | null>(null);
  const { id, what, from, until, covers, freight, state } = guarantee;
  const steps = view.steps.filter(({ aboutId }) => aboutId === id);
  const repairs = repairsOf(guarantee, steps, (at) => dayOf(Date.parse(at), book.world.timeZone));
  const stands = guaranteeStands(guarantee, today);
  const running = stands !== 'settled';
  const params = { what };
  const leave = () => setOpen(null);
  const toggle = (next: typeof open) => () => setOpen(open === next ? null : next);
  const notes = [
    t('aftersales.guarantee.runs', { from: shortDay(from, today), until: shortDay(until, today) }),
    covers.map((one) => t(`aftersales.covers.${one}`)).join(t('aftersales.and')),
    t(`aftersales.freight.${freight}`),
    repairs.all === 0 ? null : t('aftersales.guarantee.repairs', { n: repairs.all, failed: repairs.failed }),
  ].filter((note) => note !== null && note !== '');
  const act = (label: string, onClick: () => void) => (
    <button type="button" class="plain" onClick={onClick}>
      {label}
    </button>
  );
  return (
    <Row
      day={shortDay(from, today)}
      what={
        <>
          {what} <span class="quiet">{notes.join(' · ')}</span>
        </>
      }
      state={
        state === 'repairing' || !running ? t(`aftersales.state.${state}`) : t(`aftersales.stands.${stands}`)
      }
      tone={stands === 'ending' ? 'near' : ''}
    >
      {running && repairs.enough && <p class="notice after-rule">{t('aftersales.guarantee.rule')}</p>}
      <span class="acts">
        {running && (
          <>
            {state === 'open' &&
              act(
                t('aftersales.repair.begin'),
                () => void session.run(beginRepair(book, id), { key: 'aftersales.done.repairing', params }),
              )}
            {act(t('aftersales.repair.end'), toggle('repair'))}
            {act(t('aftersales.exchange'), toggle('exchange'))}
            {act(
              t('aftersales.refund'),
              () =>
                void session.run(settleGuarantee(book, id, 'refunded'), {
                  key: 'aftersales.done.refunded',
                  params,
                }),
            )}
            {act(
              t('aftersales.end'),
              () =>
                void session.run(settleGuarantee(book, id, 'ended'), {
                  key: 'aftersales.done.ended',
                  params,
                }),
            )}
            {act(t('care.change'), toggle('edit'))}
          </>
        )}
        {act(t('aftersales.steps'), toggle('steps'))}
        {act(
          t('care.drop'),
          () => void session.run(removeGuarantee(book, id), { key: 'care.done.dropped', params }),
        )}
      </span>
      {open === 'repair' && <RepairForm guarantee={guarantee} onLeave={leave} />}
      {open === 'exchange' && running && <HandOver guarantee={guarantee} onLeave={leave} />}
      {open === 'steps' && (
        <div class="after-fold">
          <StepLog about="guarantees" aboutId={id} steps={steps} />
        </div>
      )}
      {open === 'edit' && running && <GuaranteeEdit guarantee={guarantee} view={view} onLeave={leave} />}
    </Row>
  );
}

interface GuaranteeEditProps {
  readonly guarantee: Guarantee;
  readonly view: BuyerView;
  readonly onLeave: () => void;
}

function GuaranteeEdit({ guarantee, view, onLeave }: GuaranteeEditProps) {
  const { session } = usePanel();
  const edited = useEdited(typedGuarantee(guarantee), GUARANTEE_LABELS, useGuaranteeWords());
  const { fields } = edited;
  const read = readGuarantee(fields, session.today.value);
  return (
    <FormFrame
      title="care.change"
      subject={view.buyer.name}
      check={() => {
        const open = edited.unsettled();
        if (open) return open;
        if (fields.what.trim() === '') return 'panel.form.whatMissing';
        return read ? null : 'aftersales.guarantee.unknown';
      }}
      save={() =>
        session.run(editGuarantee(session.book, guarantee.id, read!), {
          key: 'care.done.changed',
          params: { what: read!.what },
        })
      }
      onLeave={onLeave}
    >
      <GuaranteeFields fields={fields} set={edited.set} orders={view.orders.map(({ number }) => number)} />
      {edited.choices}
    </FormFrame>
  );
}
