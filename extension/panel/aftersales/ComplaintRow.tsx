import { acknowledgeComplaint, closeComplaint, escalateComplaint } from '@extension/book/actions/complaints';
import type { BuyerView } from '@extension/book/reads/buyer';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { dayOf } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import { toEscalate } from '@shared/records/complaint-due';
import { boughtAgain } from '@shared/records/recovery';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { Row, useDay } from '../buyer/rows';
import { usePanel } from '../state/context';
import { CallBackForm } from './CallBackForm';
import { ComplaintFold } from './ComplaintFold';
import { DueLine } from './DueLine';
import { RemedyForm } from './RemedyForm';

interface ComplaintRowProps {
  readonly complaint: Complaint;
  readonly view: BuyerView;
  /** The key J is for this one. */
  readonly keyed: boolean;
  readonly onHold: () => void;
}

/** One complaint: how it stands, what it asks for next, and behind it the whole sheet. */
export function ComplaintRow({ complaint, view, keyed, onHold }: ComplaintRowProps) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const day = useDay();
  const [open, setOpen] = useState<'remedy' | 'call-back' | 'fold' | null>(null);
  const { id, what, state, cause, remedy, cost, recovery } = complaint;
  const params = { what };
  const leave = () => setOpen(null);
  const held = view.promises.some((one) => one.complaintId === id && one.state === 'to-be-sent');
  const said = [
    t(`records.complaint.cause.${cause}`),
    remedy === '' ? null : `→ ${remedy}`,
    recovery === '' ? null : t('aftersales.beyond', { what: recovery }),
    cost && formatMoney(cost, lang),
    returned(),
  ].filter((part) => part !== null && part !== '');

  /** Made good: did the buyer order again since (P16)? */
  function returned(): string | null {
    if (complaint.remedyAt === null) return null;
    const again = boughtAgain(complaint.remedyAt, view.orders);
    if (again !== null) return t('aftersales.again', { day: day(again) });
    return recovery === '' ? null : t('aftersales.notAgain');
  }
  const act = (label: string, onClick: () => void, letter?: string) => (
    <button type="button" class="plain" onClick={onClick}>
      {label} {letter && <Key letter={letter} />}
    </button>
  );
  return (
    <Row
      day={day(complaint.openedAt)}
      what={
        <>
          {what} <span class="quiet">{said.join(' · ')}</span>
        </>
      }
      state={held && state === 'open' ? t('aftersales.held') : t(`records.complaint.state.${state}`)}
      tone={state === 'open' ? 'late' : ''}
    >
      <DueLine complaint={complaint} />
      <span class="acts">
        {state === 'open' && !held && act(t('aftersales.hold'), onHold, keyed ? 'J' : '')}
        {state === 'open' &&
          act(
            t('panel.complaint.answered'),
            () =>
              void session.run(acknowledgeComplaint(book, id), { key: 'panel.done.acknowledged', params }),
          )}
        {toEscalate(complaint) &&
          act(
            t('aftersales.escalate'),
            () =>
              void session.run(escalateComplaint(book, id, t(`records.complaint.cause.${cause}`)), {
                key: 'aftersales.done.escalated',
                params,
              }),
          )}
        {state !== 'closed' && act(t('panel.complaint.remedy'), () => setOpen('remedy'))}
        {state !== 'closed' &&
          act(
            t('panel.complaint.close'),
            () => void session.run(closeComplaint(book, id), { key: 'panel.done.closed', params }),
          )}
        {(state === 'unconfirmed' || (state === 'closed' && complaint.calledBackAt === null)) &&
          act(t('aftersales.callBack'), () => setOpen('call-back'))}
        <button
          type="button"
          class="plain"
          aria-expanded={open === 'fold'}
          onClick={() => setOpen(open === 'fold' ? null : 'fold')}
        >
          {t('aftersales.sheet')}
        </button>
      </span>
      {open === 'remedy' && <RemedyForm complaint={complaint} name={view.buyer.name} onLeave={leave} />}
      {open === 'call-back' && <CallBackForm complaint={complaint} onLeave={leave} />}
      {open === 'fold' && (
        <ComplaintFold
          complaint={complaint}
          steps={view.steps.filter(({ aboutId }) => aboutId === id)}
          orders={view.orders}
          dayOf={(at) => dayOf(Date.parse(at), book.world.timeZone)}
        />
      )}
    </Row>
  );
}
