import { findBuyer } from '@extension/book/reads/accounts';
import { buyerView } from '@extension/book/reads/buyer';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { useEffect, useRef } from 'preact/hooks';
import { ActiveForm } from '../forms/ActiveForm';
import { prefillFrom } from '../forms/prefill';
import { type KnownBuyer, knownOf, shownName } from '../known';
import { usePanel } from '../state/context';
import type { FormKind } from '../state/session';
import { type BuyerSubject, identityOf } from '../state/subject';
import { ActionBar } from './ActionBar';
import { Facts } from './Facts';
import { Notes } from './Notes';
import { debtSlip } from './owed';
import { quickLine, quickVisit } from './quick-visit';
import { Sections } from './Sections';
import { sayOwed } from './say';
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
  const view = useLive(async () => {
    const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
    return buyerId ? buyerView(book, buyerId) : null;
  }, [book, identity]);
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
  const openForm = (kind: FormKind) =>
    session.openForm(kind, prefillFrom(session.selection(), session.today.value));
  /** F: the first thing owed, said first. */
  session.fillFirst = () => {
    const first = view && debtSlip(view, session.today.value).owed[0];
    if (first) void session.fill(sayOwed(first, name, session.today.value, lang, t));
  };
  /** 1 2 3: how satisfied the buyer was, at the end of a chat. */
  session.scoreVisit = (overall) => void session.run(quickVisit(book, who, overall), quickLine(overall));
  if (view === undefined) return <div class="frame" aria-busy="true" />;
  return (
    <>
      <YouOwe view={view} name={name} />
      <ValueLine orders={view?.orders ?? []} />
      <Facts who={who} facts={buyer?.facts ?? []} />
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
      <Notes notes={view?.notes ?? []} />
      <Sections view={view} who={who} />
    </>
  );
}
