import type { OpenBook } from '@extension/book/open';
import type { BuyerView } from '@extension/book/reads/buyer';
import type { Who } from '@extension/book/who';
import { lazily } from '@extension/ui/more';
import { Section } from '@extension/ui/Section';
import { useWords } from '@extension/ui/words';
import type { Lang } from '@shared/i18n/lang';
import { useMemo } from 'preact/hooks';
import { EstimateLine } from '../desk';
import { SurpriseLine } from '../parcels';
import { usePanel } from '../state/context';
import { arrangement, type SectionName } from '../state/sections';
import { Prepared } from '../words';
import { MORE_SECTIONS } from './more-sections';
import { Profile } from './Profile';
import { GiftRows, OrderRows, PackingRows } from './rows';
import { Timeline } from './Timeline';

interface SectionsProps {
  readonly view: BuyerView | null;
  readonly who: Who;
}

const BoughtCards = lazily(async () => (await import('../people/BoughtCards')).BoughtCards);
const PromiseRows = lazily(async () => (await import('../ledger/PromiseRows')).PromiseRows);
const ComplaintRows = lazily(async () => (await import('../aftersales/ComplaintRows')).ComplaintRows);
const VisitRows = lazily(async () => (await import('../care/VisitRows')).VisitRows);
const DiscountRows = lazily(async () => (await import('../ledger/DiscountRows')).DiscountRows);

/** Fetches what most buyers have lines of, before one is opened: lines that come late push down those below. */
export async function fetchRowsAhead(lang: Lang, book: OpenBook): Promise<void> {
  const rows = [PromiseRows, DiscountRows, ComplaintRows, VisitRows, BoughtCards];
  await Promise.all([...rows, EstimateLine, Prepared, SurpriseLine].map((part) => part.ahead(lang)));
  const { seeShelf } = await import('../parcels/SurpriseLine');
  await seeShelf(book);
}

/** The collapsible regions under a buyer. One without content is not shown, unless all are asked for (J22). */
export function Sections({ view, who }: SectionsProps) {
  const { t } = useWords();
  const { session } = usePanel();
  const arranged = useMemo(() => arrangement(session.storage, session.all), [session]);
  const { order, closed } = arranged.state.value;
  const count: Readonly<Record<SectionName, number>> = {
    promises: view?.promises.length ?? 0,
    discounts: view?.discounts.length ?? 0,
    packing: view?.packing.length ?? 0,
    gifts: view?.gifts.length ?? 0,
    complaints: view?.complaints.length ?? 0,
    visits: view?.visits.length ?? 0,
    orders: view?.orders.length ?? 0,
    people: view?.people.length ?? 0,
    dates: view?.dates.length ?? 0,
    guarantees: view?.guarantees.length ?? 0,
    leads: view?.leads.length ?? 0,
    referrals: view?.referrals.length ?? 0,
    stockWaits: view?.stockWaits.length ?? 0,
    supplies: view?.supplies.length ?? 0,
    wishes: view?.wishes.length ?? 0,
    profile: 0,
    timeline: 0,
  };
  const shown = order.filter(
    (name) => session.all || count[name] > 0 || (view && (name === 'profile' || name === 'timeline')),
  );
  const content = (name: SectionName) => {
    switch (name) {
      case 'promises':
        return <PromiseRows promises={view?.promises ?? []} />;
      case 'discounts':
        return <DiscountRows discounts={view?.discounts ?? []} />;
      case 'packing':
        return <PackingRows notes={view?.packing ?? []} />;
      case 'gifts':
        return <GiftRows gifts={view?.gifts ?? []} />;
      case 'complaints':
        return view ? <ComplaintRows view={view} /> : <p class="quiet">{t('panel.empty.complaints')}</p>;
      case 'visits':
        return view ? <VisitRows view={view} who={who} /> : <p class="quiet">{t('panel.empty.visits')}</p>;
      case 'orders':
        return (
          <>
            <OrderRows orders={view?.orders ?? []} />
            {view && view.orders.length > 0 && (
              <BoughtCards buyerId={view.buyer.id} name={view.buyer.name} orders={view.orders} />
            )}
          </>
        );
      case 'profile':
        // Long, and closed most of the time: it is fetched and drawn when it is opened.
        return closed.includes(name) ? null : (
          <Profile who={who} buyer={view?.buyer ?? null} accounts={view?.accounts ?? []} />
        );
      case 'timeline':
        return <Timeline view={view} />;
      default: {
        const Content = MORE_SECTIONS[name];
        return Content && view ? <Content view={view} who={who} /> : null;
      }
    }
  };
  return (
    <>
      {shown.map((name, index) => (
        <Section
          key={name}
          title={t(`panel.region.${name}`)}
          count={count[name]}
          open={!closed.includes(name)}
          onToggle={(open) => arranged.toggle(name, open)}
          tools={
            index > 0 && (
              <button
                type="button"
                class="plain small"
                aria-label={t('panel.section.up', { section: t(`panel.region.${name}`) })}
                onClick={() => arranged.up(name, shown)}
              >
                ↑
              </button>
            )
          }
        >
          {content(name)}
        </Section>
      ))}
    </>
  );
}
