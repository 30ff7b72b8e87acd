import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { useEffect } from 'preact/hooks';
import { ActiveForm } from '../forms/ActiveForm';
import { prefillFrom } from '../forms/prefill';
import type { KnownBuyer } from '../Header';
import { usePanel } from '../state/context';
import type { FormKind } from '../state/session';
import { type BuyerSubject, identityOf } from '../state/subject';
import { ActionBar } from './ActionBar';
import { Facts } from './Facts';
import { Notes } from './Notes';
import { debtSlip } from './owed';
import { Sections } from './Sections';
import { sayOwed } from './say';
import { ValueLine } from './ValueLine';
import { useLinkedOrders, useSentMarks } from './watch';
import { YouOwe } from './YouOwe';

interface BuyerScreenProps {
  readonly subject: BuyerSubject;
  readonly onKnown: (buyer: KnownBuyer | null) => void;
}

/** A buyer: what is owed first, then what they are worth, then what can be recorded, then all the rest. */
export function BuyerScreen({ subject, onKnown }: BuyerScreenProps) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const { book } = session;
  const { who, name } = subject;
  const identity = identityOf(who);
  const view = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId ? buyerView(book, buyerId) : null;
  }, [book, identity]);
  const buyer = view?.buyer ?? null;

  useEffect(() => {
    onKnown(buyer && { name: buyer.name, visits: view?.visits.length ?? 0, since: buyer.since });
  }, [buyer, view, onKnown]);
  useSentMarks(session, subject, view ?? null);
  useLinkedOrders(session, subject, view ?? null);

  const form = session.form.value;
  const openForm = (kind: FormKind) =>
    session.openForm(kind, prefillFrom(session.selection(), session.today.value));
  /** F: the first thing owed, said first. */
  session.fillFirst = () => {
    const first = view && debtSlip(view, session.today.value).owed[0];
    if (first) void session.fill(sayOwed(first, name, session.today.value, lang, t));
  };
  if (view === undefined) return <div class="frame" aria-busy="true" />;
  return (
    <>
      <YouOwe view={view} name={buyer?.name ?? name} />
      <ValueLine orders={view?.orders ?? []} />
      <Facts who={who} facts={buyer?.facts ?? []} />
      {form ? (
        <ActiveForm form={form} key={form.kind} onLeave={() => (session.form.value = null)} />
      ) : (
        <ActionBar
          more={session.more.value}
          onMore={() => (session.more.value = !session.more.value)}
          onAct={openForm}
        />
      )}
      <Notes notes={view?.notes ?? []} />
      <Sections view={view} who={who} />
    </>
  );
}
