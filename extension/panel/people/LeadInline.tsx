import { followLead, winLead } from '@extension/book/actions/leads';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { LEAD_STAGES, type Lead, type LeadStage } from '@shared/records/lead';
import type { Order } from '@shared/records/order';
import { STEP_CHANNELS } from '@shared/records/step';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { InlineForm } from './InlineForm';

type Channel = (typeof STEP_CHANNELS)[number];

/** A line for the follow-up log: what was said, how, what came of it. */
export function FollowLead({ lead, onLeave }: { readonly lead: Lead; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const [text, setText] = useState('');
  const [effect, setEffect] = useState('');
  const [stage, setStage] = useState<LeadStage>('deciding');
  const [channel, setChannel] = useState<Channel>('chat');
  return (
    <InlineForm
      label={`${t('people.lead.follow')}: ${lead.what}`}
      check={() => (text.trim() === '' ? 'panel.form.whatMissing' : null)}
      save={() =>
        session.run(
          followLead(session.book, lead.id, { stage, channel, text: text.trim(), effect: effect.trim() }),
          { key: 'people.done.followed' },
        )
      }
      onLeave={onLeave}
    >
      <TextField label={t('people.lead.said')} value={text} onValue={setText} multiline autofocus />
      <div class="fields">
        <SelectField
          label={t('people.lead.stage')}
          value={stage}
          options={LEAD_STAGES.map((value) => ({ value, label: t(`people.lead.stage.${value}`) }))}
          onValue={setStage}
          narrow
        />
        <SelectField
          label={t('people.lead.channel')}
          value={channel}
          options={STEP_CHANNELS.map((value) => ({ value, label: t(`people.lead.channel.${value}`) }))}
          onValue={setChannel}
          narrow
        />
      </div>
      <TextField label={t('people.lead.effect')} value={effect} onValue={setEffect} />
    </InlineForm>
  );
}

interface WinLeadProps {
  readonly lead: Lead;
  readonly orders: readonly Order[];
  readonly onLeave: () => void;
}

/** They bought after all: with which order, as far as it is known. */
export function WinLead({ lead, orders, onLeave }: WinLeadProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const at = ({ paidAt, createdAt }: Order) => paidAt ?? createdAt ?? '';
  // An order from before the question is not its answer.
  const since = orders.filter((order) => at(order) >= lead.openedAt);
  const [number, setNumber] = useState(since[0]?.number ?? '');
  const options = [
    ...orders.map((order) => ({
      value: order.number,
      label: `${order.number} ${order.items[0]?.title ?? ''}`.trim(),
    })),
    { value: '', label: t('people.lead.noOrder') },
  ];
  return (
    <InlineForm
      label={`${t('people.lead.won')}: ${lead.what}`}
      check={() => null}
      save={() =>
        session.run(winLead(session.book, lead.id, number === '' ? null : number), {
          key: 'people.done.won',
          params: { what: lead.what },
        })
      }
      onLeave={onLeave}
    >
      <SelectField label={t('people.lead.order')} value={number} options={options} onValue={setNumber} />
    </InlineForm>
  );
}
