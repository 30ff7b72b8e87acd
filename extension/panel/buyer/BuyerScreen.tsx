import { estimateOf } from '@extension/book/estimates';
import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { conditionFacts } from '@extension/book/reads/conditions';
import { messagesFor } from '@extension/book/reads/messages';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { addDays } from '@shared/calendar/day';
import { useEffect, useRef } from 'preact/hooks';
import { SampleHints } from '../desk';
import { ActiveForm } from '../forms/ActiveForm';
import { prefillFrom } from '../forms/prefill';
import { type KnownBuyer, knownOf, shownName } from '../known';
import { withChat } from '../ledger/facts';
import { SurpriseLine } from '../parcels';
import { usePanel } from '../state/context';
import type { FormKind } from '../state/session';
import { type BuyerSubject, identityOf } from '../state/subject';
import { SuggestSlot } from '../suggest';
import { Prepared } from '../words';
import { ActionBar } from './ActionBar';
import { Facts } from './Facts';
import { Notes } from './Notes';
import { debtSlip } from './owed';
import { scoreVisit } from './quick-visit';
import { Sections } from './Sections';
import { sayOwed } from './say';
import { putOff } from './settle';
import { ValueLine } from './ValueLine';
import { useLinkedOrders, useSentMarks } from './watch';
import { YouOwe } from './YouOwe';

interface BuyerScreenProps {
  readonly subject: BuyerSubject;
  readonly onKnown: (identity: string, buyer: KnownBuyer | null) => void;
}

/** A buyer: what is owed first, then what they are worth, then what can be recorded, then all the rest. */
export function BuyerScreen({ subject, onKnown }: BuyerScreenProps) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const { book } = session;
  const { who } = subject;
  const identity = identityOf(who);
  const today = session.today.value;
  const seen = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    const found = buyerId ? await buyerView(book, buyerId) : null;
    if (!found) return { view: null };
    const { buyer, promises, messages } = found;
    // All that stands over the acts comes with the first sight: later it would push them from under a click.
    const [facts, estimate, ready] = await Promise.all([
      conditionFacts(book, promises),
      estimateOf(book, buyer.id),
      messages.length > 0 ? messagesFor(book, buyer, today) : null,
    ]);
    return { view: found, facts: facts.get(buyer.id), estimate, ready };
  }, [book, identity, today]);
  const view = seen?.view;
  const facts = withChat(seen?.facts, session);
  const buyer = view?.buyer ?? null;
  const name = shownName(subject, knownOf(view ?? null));

  useEffect(() => {
    if (view !== undefined) onKnown(identity, knownOf(view));
  }, [view, identity, onKnown]);
  useSentMarks(session, subject, view ?? null);
  useLinkedOrders(session, subject, view ?? null);

  const form = session.form.value;
  /** Where a form was, the focus comes back to its place, or the next Tab would begin at the top. */
  const formBefore = useRef(false);
  useEffect(() => {
    formBefore.current = form !== null;
  });
  const openForm = (kind: FormKind) => session.openForm(kind, prefillFrom(session.selection()));
  /** F: the first thing owed, said first. */
  session.fillFirst = () => {
    const first = view && debtSlip(view, session.today.value, facts).owed[0];
    if (first) void session.fill(sayOwed(first, name, session.today.value, lang, t));
  };
  /** Z: the first promise is put off until tomorrow. */
  session.putOffFirst = () => {
    const slip = view && debtSlip(view, session.today.value, facts);
    const first = slip?.owed.find(({ kind }) => kind === 'promise');
    if (first) void putOff(session, first.record, addDays(session.today.value, 1));
  };
  /** 1 2 3: how satisfied the buyer was, at the end of a chat. */
  session.scoreVisit = (overall) => void scoreVisit(session, who, overall, t('panel.visit.bad'));
  if (view === undefined) return <div class="frame" aria-busy="true" />;
  return (
    <>
      {buyer?.sample && <SampleHints />}
      <YouOwe view={view} name={name} facts={facts} />
      {seen?.ready && <Prepared ready={seen.ready} />}
      <ValueLine orders={view?.orders ?? []} estimate={seen?.estimate ?? null} />
      <Facts who={who} facts={buyer?.facts ?? []} />
      <SuggestSlot subject={subject} view={view} />
      {form ? (
        <ActiveForm form={form} key={form.kind} onLeave={() => (session.form.value = null)} />
      ) : (
        <ActionBar
          more={session.more.value}
          onMore={session.toggleMore}
          onAct={openForm}
          returning={formBefore.current}
        />
      )}
      {view && !form && view.orders.length > 0 && <SurpriseLine view={view} />}
      <Notes notes={view?.notes ?? []} />
      <Sections view={view} who={who} />
    </>
  );
}
