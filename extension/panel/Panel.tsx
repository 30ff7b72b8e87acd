import { livingBuyer } from '@extension/book/reads/merged';
import { setting } from '@extension/book/reads/settings';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import type { Json } from '@shared/text/json';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { BuyerScreen } from './buyer/BuyerScreen';
import { fetchRowsAhead } from './buyer/Sections';
import { Companion } from './companion';
import { usePaste } from './companion/use-paste';
import { Desk } from './desk';
import { useKeptWaits } from './desk/use-kept-waits';
import { FollowPage } from './follow/FollowPage';
import { fetchFormsAhead } from './forms/ActiveForm';
import { Header } from './Header';
import type { KnownBuyer } from './known';
import { NotSure } from './NotSure';
import { Keys, Palette } from './palette';
import { Queue } from './queue/Queue';
import { useApology } from './queue/use-apology';
import { useFilledSearch } from './search/use-filled-search';
import { DEFAULT_SETTINGS, PanelContext, type ShopSettings, usePanel } from './state/context';
import { createSession, type SessionDeps } from './state/session';
import { identityOf } from './state/subject';
import { ToastLine } from './Toast';
import { Today } from './today/Today';
import { useCommands } from './use-commands';
import { useKeys } from './use-keys';
import { WordsPicker } from './words';

/** The panel beside the chat. */
export function Panel(deps: SessionDeps & { readonly onReady: () => void }) {
  const session = useMemo(() => createSession(deps), []);
  const { book } = session;
  const settings = useLive(() => readSettings(book), [book]);
  useEffect(() => session.port.follow(deps.tabId, session.onSeen), [session, deps.tabId]);
  useEffect(() => {
    // Waits are counted in seconds on the screen; the day turns while the panel stays open.
    const timer = setInterval(() => {
      session.now.value = book.world.now();
    }, 1000);
    return () => clearInterval(timer);
  }, [session, book]);
  useEffect(() => {
    if (!deps.buyerId) return;
    void livingBuyer(book.db, deps.buyerId).then((buyer) => buyer && session.openBuyer(buyer));
  }, [session, book, deps.buyerId]);
  const { onReady } = deps;
  const { lang } = useWords();
  const [drawn, setDrawn] = useState(false);
  const onDrawn = useCallback(() => setDrawn(true), []);
  useFilledSearch(book, drawn);
  useEffect(() => {
    if (!settings || !drawn) return;
    // The first view stands; ready means that a key finds its form as well.
    void fetchFormsAhead(lang)
      .then(onReady)
      .then(() => fetchRowsAhead(lang, book));
  }, [settings, drawn, onReady, lang, book]);
  const value = useMemo(() => ({ session, settings: settings ?? DEFAULT_SETTINGS }), [session, settings]);
  return (
    <PanelContext.Provider value={value}>
      <Shell onDrawn={onDrawn} />
    </PanelContext.Provider>
  );
}

async function readSettings(book: SessionDeps['book']): Promise<ShopSettings> {
  const [currency, shopName, seatName, seats, apology] = await Promise.all([
    setting(book, 'currency', DEFAULT_SETTINGS.currency),
    setting(book, 'shopName', ''),
    setting(book, 'seatName', ''),
    setting<Json[]>(book, 'seatNames', []),
    setting(book, 'apologyGift', {}),
  ]);
  const { stockId, text } = apology as { readonly stockId?: unknown; readonly text?: unknown };
  const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const seatNames = seats.filter((name) => typeof name === 'string');
  const apologyGift = { stockId: words(stockId), text: words(text) };
  return { currency, shopName, seatName, seatNames, apologyGift };
}

function Shell({ onDrawn }: { readonly onDrawn: () => void }) {
  const { session } = usePanel();
  const apologise = useApology();
  useKeys(session, apologise);
  useCommands(session, apologise);
  useKeptWaits(session);
  usePaste(session);
  const subject = session.subject.value;
  const identity = subject.kind === 'buyer' ? identityOf(subject.who) : null;
  const [known, setKnown] = useState<{ readonly of: string; readonly buyer: KnownBuyer | null } | null>(null);
  const onKnown = useCallback((of: string, buyer: KnownBuyer | null) => {
    setKnown({ of, buyer });
    onDrawn();
  }, []);
  useEffect(() => {
    if (subject.kind === 'unsure') onDrawn();
  }, [subject.kind]);
  const status = session.chat.value?.status;
  return (
    <div class="panel" data-buyer={identity}>
      {/* What is known of one buyer is never shown for another, not even for one frame. */}
      <Header subject={subject} known={known?.of === identity ? known.buyer : undefined} />
      {status === 'needs-permission' && !session.companion.value && <FollowPage />}
      {session.keysShown.value && <Keys />}
      {session.palette.value !== null && <Palette apologise={apologise} />}
      {session.wordsShown.value && <WordsPicker />}
      {session.desk.value && <Desk screen={session.desk.value} key={session.desk.value} />}
      <main>
        {subject.kind === 'buyer' && (
          // A new buyer is a new screen: nothing of the one before may linger in it.
          <BuyerScreen subject={subject} key={identity} onKnown={onKnown} />
        )}
        {subject.kind === 'unsure' && <NotSure names={subject.names} />}
        {subject.kind === 'today' && session.companion.value && <Companion />}
        {subject.kind === 'today' && <Today onDrawn={onDrawn} />}
      </main>
      <footer class="foot">
        <ToastLine />
        <Queue />
      </footer>
    </div>
  );
}
