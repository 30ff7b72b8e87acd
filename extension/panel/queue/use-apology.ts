import { giveGift } from '@extension/book/actions/gifts';
import { findBuyer } from '@extension/book/reads/accounts';
import { apologyToday } from '@extension/book/reads/apology-today';
import { coinSide } from '@extension/book/reads/gift-coin';
import { giftStock } from '@extension/book/reads/stock';
import { type AnyTranslate, everyWord } from '@extension/ui/more';
import { useWords } from '@extension/ui/words';
import type { Lang } from '@shared/i18n/lang';
import { loadMore } from '@shared/i18n/more';
import type { GiftStock } from '@shared/records/gift';
import { NOTHING } from '../forms/prefill';
import { type ShopSettings, usePanel } from '../state/context';
import type { Session } from '../state/session';
import type { BuyerSubject } from '../state/subject';
import { apologyText } from './apology';
import { openWaiting, type Waiting, waitingOf } from './waiting';

/** The gift that says sorry for a wait: the one the shop chose, or the only one there is. */
export async function apologyGift({ book }: Session, settings: ShopSettings): Promise<GiftStock | null> {
  const left = (await giftStock(book)).filter(({ count }) => count > 0);
  const chosen = left.find(({ id }) => id === settings.apologyGift.stockId);
  return chosen ?? (left.length === 1 ? (left[0] ?? null) : null);
}

/** The apology without a word of a gift; its words come with the second half of the language. */
async function plainText(name: string, wait: Waiting | null, lang: Lang, t: AnyTranslate): Promise<string> {
  const [{ plainApology }] = await Promise.all([import('../desk/plain-apology'), loadMore(lang)]);
  return plainApology(name, wait, t);
}

/** Their wait in the line kept by hand, beside a chat that can't be followed. */
async function handWait(session: Session, { who }: BuyerSubject): Promise<Waiting | null> {
  if (session.chat.value?.rows || !('buyerId' in who)) return null;
  const [{ handQueue }, { asWaiting }] = await Promise.all([
    import('@extension/book/reads/hand-queue'),
    import('../companion/hand-waiting'),
  ]);
  return openWaiting(asWaiting(await handQueue(session.book), session.now.value, who.buyerId));
}

/** What was made ready for this buyer and is not sent yet. */
async function prepared({ book, today }: Session, { who }: BuyerSubject) {
  const buyerId = 'buyerId' in who ? who.buyerId : (await findBuyer(book, who.account))?.id;
  const gift = buyerId ? await apologyToday(book, buyerId, today.value) : null;
  return gift?.state === 'to-be-sent' ? gift : null;
}

/**
 * One key: the apology with place and wait as they are now goes into the reply box, and the gift is written
 * down as to be sent; one that was prepared for all who wait is filled with its words worked out anew. Where the
 * shop has set no gift for it yet, the form asks once.
 */
export function useApology(): () => Promise<void> {
  const { t, lang } = useWords();
  const { session, settings } = usePanel();
  return async () => {
    const subject = session.subject.value;
    if (subject.kind !== 'buyer' || session.form.value) return;
    const ready = await prepared(session, subject);
    const gift = ready ? null : await apologyGift(session, settings);
    const name = ready?.what ?? gift?.name;
    if (name === undefined) {
      session.openForm('apology', { ...NOTHING, what: '' });
      return;
    }
    const wait =
      openWaiting(waitingOf(session.chat.value, session.now.value)) ?? (await handWait(session, subject));
    const side = ready ? null : await coinSide(session.book, subject.who);
    const text =
      side === 'none'
        ? await plainText(subject.name, wait, lang, everyWord(t))
        : apologyText(settings.apologyGift.text, { name: subject.name, gift: name }, wait, t);
    const said = {
      quote: text,
      waitSeconds: wait?.seconds ?? null,
      waitExact: wait?.exact ?? null,
      place: wait?.place ?? null,
      where: subject.where,
    };
    await session.fill(text, async (line) => {
      const { book } = session;
      const given = {
        ...said,
        what: name,
        kind: 'apology',
        reason: t('panel.gift.reasonWait'),
        cost: gift?.cost ?? null,
        stockId: gift?.id ?? null,
        coin: side,
      } as const;
      if (side === 'none') {
        const { apologisePlain } = await import('@extension/book/actions/queue');
        const plain = apologisePlain(book, subject.who, given);
        await session.run(plain, line.key === 'panel.fill.done' ? { key: 'desk.coin.none' } : line);
        return;
      }
      const action = ready
        ? import('@extension/book/actions/queue').then(({ refillApology }) =>
            refillApology(book, ready.id, said),
          )
        : giveGift(book, subject.who, { ...given, toBeSent: true });
      await session.run(
        action,
        line.key === 'panel.fill.done' ? { key: 'panel.done.apology', params: { gift: name } } : line,
      );
    });
  };
}
