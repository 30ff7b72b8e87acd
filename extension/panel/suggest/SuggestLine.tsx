import './suggest.css';
import { useMore } from '@extension/ui/more';
import { useMemo, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { conversationKey } from '../state/subject';
import type { SuggestProps } from '.';
import { DraftHintLine } from './DraftHintLine';
import { OfferLine } from './OfferLine';
import { offersOf } from './offers';
import { readSettled, settle } from './settled';
import { takeOffer } from './take';
import { useDraftHints } from './use-draft-hint';
import { useHeard, useOfferWorld } from './use-heard';
import { useReallySent } from './use-really-sent';
import { useShown } from './use-shown';

/**
 * One line at a time: a hint on what is being written comes before what was said already. A suggestion stays
 * until it is taken or waved away; only a weightier sort comes before it, and then the keys wait a moment.
 */
export function SuggestLine({ subject, view }: SuggestProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book, storage } = session;
  const conversation = subject.conversation ?? '';
  const seen = session.chat.value;
  // Another chat may be open while a form keeps this buyer on the screen.
  const chat = seen?.buyer && conversationKey(seen.buyer) === conversation ? seen : null;
  const world = useOfferWorld(conversation);
  const fresh = useHeard(chat, world);
  useReallySent(subject, view, chat);
  const hints = useDraftHints({
    draft: chat?.draft ?? '',
    platform: subject.platform,
    sent: fresh && (fresh.findLast(({ side }) => side === 'seller') ?? null),
  });
  const [settled, setSettled] = useState<ReadonlySet<string>>(() => new Set(readSettled(storage)));
  const offers = useMemo(() => offersOf(fresh ?? [], view, settled, world), [fresh, view, settled, world]);
  const { offer, held } = useShown(offers);

  if (hints.length > 0) return <DraftHintLine hints={hints} />;
  if (!offer || session.form.value || book.readOnly) return null;
  const away = () => {
    settle(storage, offer.key);
    setSettled((before) => new Set([...before, offer.key]));
  };
  return (
    <OfferLine
      key={offer.key}
      offer={offer}
      held={held}
      label={t('suggest.region')}
      onTake={async () => {
        if (await takeOffer(session, subject, view, offer)) away();
      }}
      onLeave={away}
    />
  );
}
