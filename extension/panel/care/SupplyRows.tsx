import './care.css';
import type { Ack } from '@extension/book/ack';
import { boughtAgain, graduateSupply, releaseSupply } from '@extension/book/actions/supplies';
import { FormFoot } from '@extension/ui/FormFoot';
import { TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { addDays, daysBetween } from '@shared/calendar/day';
import { CARE_SETTINGS } from '@shared/records/care-settings';
import type { Supply } from '@shared/records/supply';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { newest, Row, Rows } from '../buyer/rows';
import { usePanel } from '../state/context';
import { MessageForm } from './MessageForm';
import { SupplyEdit } from './SupplyEdit';
import { sayRunOut } from './say';

/** What a buyer uses up: what still runs first, by the day it ends. */
export function SupplyRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const running = view.supplies
    .filter(({ state }) => state === 'running')
    .sort((a, b) => a.runsOutOn.localeCompare(b.runsOutOn));
  const over = newest(
    view.supplies.filter(({ state }) => state !== 'running'),
    ({ boughtOn }) => boughtOn,
  );
  return (
    <Rows empty={t('care.supply.empty')}>
      {[...running, ...over].map((supply) => (
        <SupplyRow key={supply.id} supply={supply} view={view} />
      ))}
    </Rows>
  );
}

function SupplyRow({ supply, view }: { readonly supply: Supply } & Pick<MoreSectionProps, 'view'>) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const [open, setOpen] = useState<'say' | 'again' | 'edit' | null>(null);
  const [amount, setAmount] = useState(String(supply.amount));
  const { id, what, state, runsOutOn, personId, toldAt } = supply;
  const user = view.people.find((person) => person.id === personId);
  const left = daysBetween(today, runsOutOn);
  const leave = () => setOpen(null);
  const run = (action: Promise<Ack>, key: AnyKey) => void session.run(action, { key, params: { what } });
  const tell = addDays(runsOutOn, -CARE_SETTINGS.runOutDays);
  const saveAgain = () => {
    const number = Number(amount.trim().replace(',', '.'));
    if (!(number > 0)) return;
    run(boughtAgain(book, id, today, number), 'care.done.again');
    leave();
  };
  const stands = () => {
    if (state !== 'running') return t(`care.supply.state.${state}`);
    return left >= 0 ? t('care.supply.left', { n: left }) : t('care.supply.over', { n: -left });
  };
  return (
    <Row
      day={shortDay(runsOutOn, today)}
      what={
        <>
          {what}{' '}
          <span class="quiet">
            {[
              user?.name ?? null,
              supply.unit === '' ? `×${supply.amount}` : `${supply.amount} ${supply.unit}`,
              toldAt === null ? null : t('care.supply.told'),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </>
      }
      state={stands()}
      tone={state === 'running' && left <= CARE_SETTINGS.runOutDays ? 'near' : ''}
    >
      {state === 'running' && open === null && (
        <span class="acts">
          <button type="button" class="plain" onClick={() => setOpen('say')}>
            {t('care.supply.remind')}
          </button>
          <button type="button" class="plain" onClick={() => setOpen('again')}>
            {t('care.supply.again')}
          </button>
          <button type="button" class="plain" onClick={() => setOpen('edit')}>
            {t('care.supply.edit')}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => run(graduateSupply(book, id), 'care.done.graduated')}
          >
            {t('care.supply.graduate')}
          </button>
          <button type="button" class="plain" onClick={() => run(releaseSupply(book, id), 'care.done.letGo')}>
            {t('care.letGo')}
          </button>
        </span>
      )}
      {open === 'say' && (
        <MessageForm
          buyer={view.buyer}
          about={{ dueOn: tell > today ? tell : today, reason: 'run-out', aboutId: id }}
          text={sayRunOut({ name: view.buyer.name, lang, t }, what)}
          templates={['care']}
          onLeave={leave}
        />
      )}
      {open === 'edit' && <SupplyEdit supply={supply} people={view.people} onLeave={leave} />}
      {open === 'again' && (
        <form class="inline-form" {...formKeys({ save: saveAgain, leave })}>
          <TextField label={t('care.supply.amount')} value={amount} onValue={setAmount} autofocus />
          <FormFoot onLeave={leave} />
        </form>
      )}
    </Row>
  );
}
