import { giveGift } from '@extension/book/actions/gifts';
import { giftStock } from '@extension/book/reads/stock';
import { useWords } from '@extension/ui/words';
import { NOTHING } from '../forms/prefill';
import { usePanel } from '../state/context';
import { apologyText } from './apology';
import { openWaiting, waitingOf } from './waiting';

/**
 * One key: the apology with place and wait as they are now goes into the reply box, and the gift is written
 * down as to be sent. Where the shop has set no gift for it yet, the form asks once.
 */
export function useApology(): () => Promise<void> {
  const { t } = useWords();
  const { session, settings } = usePanel();
  return async () => {
    const subject = session.subject.value;
    if (subject.kind !== 'buyer' || session.form.value) return;
    const stock = await giftStock(session.book);
    const left = stock.filter(({ count }) => count > 0);
    const chosen = left.find(({ id }) => id === settings.apologyGift.stockId);
    const gift = chosen ?? (left.length === 1 ? left[0] : null);
    if (!gift) {
      session.openForm('apology', { ...NOTHING, what: '' });
      return;
    }
    const wait = openWaiting(waitingOf(session.chat.value, session.now.value));
    const said = { name: subject.name, gift: gift.name };
    const text = apologyText(settings.apologyGift.text, said, wait, t);
    await session.fill(text, async (line) => {
      await session.run(
        giveGift(session.book, subject.who, {
          what: gift.name,
          kind: 'apology',
          reason: t('panel.gift.reasonWait'),
          cost: gift.cost,
          stockId: gift.id,
          waitSeconds: wait?.seconds ?? null,
          waitExact: wait?.exact ?? null,
          place: wait?.place ?? null,
          quote: text,
          where: subject.where,
          toBeSent: true,
        }),
        line.key === 'panel.fill.done' ? { key: 'panel.done.apology', params: { gift: gift.name } } : line,
      );
    });
  };
}
