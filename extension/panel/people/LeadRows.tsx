import './people.css';
import { editLead, loseLead } from '@extension/book/actions/leads';
import type { BuyerView } from '@extension/book/reads/buyer';
import { products } from '@extension/book/reads/products';
import { useEdited } from '@extension/ui/edited';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { dayWords } from '@extension/ui/when';
import type { Lead } from '@shared/records/lead';
import type { Product } from '@shared/records/product';
import { formatMoney } from '@shared/text/money';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { Row, Rows, useDay } from '../buyer/rows';
import { usePanel } from '../state/context';
import { InlineForm } from './InlineForm';
import { LeadFields } from './LeadFields';
import { FollowLead, WinLead } from './LeadInline';
import { LeadLog } from './LeadLog';
import { checkLead, LEAD_LABELS, leadTextOf, readLead } from './lead-text';
import { NeighbourProof } from './NeighbourProof';
import { openCard } from './open-card';

/** Those who asked and did not buy (P2): what they wished for, what was said since, how it ended. */
export function LeadRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const cards = useLive(() => products(book), [book]) ?? [];
  const leads = [...view.leads].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  return (
    <Rows empty={t('people.lead.empty')}>
      {leads.map((lead) => (
        <LeadRow key={lead.id} lead={lead} view={view} cards={cards} />
      ))}
    </Rows>
  );
}

interface LeadRowProps {
  readonly lead: Lead;
  readonly view: BuyerView;
  readonly cards: readonly Product[];
}

type Open = 'follow' | 'win' | 'edit' | 'proof';

function LeadRow({ lead, view, cards }: LeadRowProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const day = useDay();
  const facts = useLeadFacts();
  const [open, setOpen] = useState<Open | null>(null);
  const leave = () => setOpen(null);
  const card = cards.find(({ id }) => id === lead.productId);
  const act = (label: string, onClick: () => void) => (
    <button type="button" class="plain" onClick={onClick}>
      {label}
    </button>
  );
  const lose = () =>
    void session.run(loseLead(session.book, lead.id), {
      key: 'people.done.lost',
      params: { what: lead.what },
    });
  return (
    <Row
      day={day(lead.openedAt)}
      what={
        <>
          {lead.what} <span class="quiet">{facts(lead)}</span>{' '}
          {card && (
            <button type="button" class="chip" onClick={() => openCard(session, card.name)}>
              {card.name}
            </button>
          )}
        </>
      }
      state={t(`people.lead.state.${lead.state}`)}
      tone={lead.state === 'won' ? 'kept' : ''}
    >
      <LeadLog steps={view.steps.filter(({ aboutId }) => aboutId === lead.id)} what={lead.what} />
      {open === null && lead.state === 'open' && (
        <span class="acts">
          {act(t('people.lead.follow'), () => setOpen('follow'))}
          {act(t('people.lead.won'), () => setOpen('win'))}
          {act(t('people.lead.lost'), lose)}
          {act(t('people.proof'), () => setOpen('proof'))}
          {act(t('people.edit'), () => setOpen('edit'))}
        </span>
      )}
      {open === 'follow' && <FollowLead lead={lead} onLeave={leave} />}
      {open === 'win' && <WinLead lead={lead} orders={view.orders} onLeave={leave} />}
      {open === 'edit' && <EditLead lead={lead} cards={cards} onLeave={leave} />}
      {open === 'proof' && (
        <NeighbourProof
          buyerId={view.buyer.id}
          product={card ?? { name: lead.what, aliases: [] }}
          onLeave={leave}
        />
      )}
    </Row>
  );
}

function useLeadFacts(): (lead: Lead) => string {
  const { t, lang } = useMore();
  const { session } = usePanel();
  return ({ wishedPrice, expected, rival, source, mayBeTold }) =>
    [
      wishedPrice && t('people.lead.wished', { price: formatMoney(wishedPrice, lang) }),
      expected && t('people.lead.by', { day: dayWords(expected, session.today.value, lang) }),
      rival !== '' && t('people.lead.against', { rival }),
      source,
      mayBeTold && t('people.lead.told'),
    ]
      .filter((part) => part)
      .join(' · ');
}

function EditLead(props: {
  readonly lead: Lead;
  readonly cards: readonly Product[];
  readonly onLeave: () => void;
}) {
  const { lead, cards, onLeave } = props;
  const { t } = useMore();
  const { session, settings } = usePanel();
  const today = session.today.value;
  const edited = useEdited(leadTextOf(lead), LEAD_LABELS, (name, value) => {
    if (name === 'productId') return cards.find(({ id }) => id === value)?.name ?? '';
    return name === 'mayBeTold' ? '✓' : value;
  });
  const text = edited.fields;
  return (
    <InlineForm
      label={`${t('people.edit')}: ${lead.what}`}
      check={() => edited.unsettled() ?? checkLead(text, today, settings.currency)}
      save={() =>
        session.run(editLead(session.book, lead.id, readLead(text, today, settings.currency, cards)), {
          key: 'people.done.leadEdited',
          params: { what: text.what.trim() },
        })
      }
      onLeave={onLeave}
    >
      <LeadFields text={text} products={cards} onText={edited.set} />
      {edited.choices}
    </InlineForm>
  );
}
