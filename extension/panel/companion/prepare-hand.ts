import { prepareQueue } from '@extension/book/actions/queue';
import { coinSide } from '@extension/book/reads/gift-coin';
import type { HandWait } from '@extension/book/reads/hand-queue';
import type { AnyTranslate } from '@extension/ui/more';
import { apologyText } from '../queue/apology';
import { apologyGift } from '../queue/use-apology';
import type { ShopSettings } from '../state/context';
import type { Session } from '../state/session';
import { asWaiting } from './hand-waiting';

/** Makes the apology ready for everybody in the line kept by hand; each is copied when their file is opened (J2). */
export async function prepareHand(
  session: Session,
  settings: ShopSettings,
  waits: readonly HandWait[],
  t: AnyTranslate,
): Promise<void> {
  const gift = await apologyGift(session, settings);
  if (!gift) {
    session.trouble('desk.queue.noGift');
    return;
  }
  const { book } = session;
  const line = asWaiting(waits, book.world.now());
  const sides = new Map<string, Awaited<ReturnType<typeof coinSide>>>();
  for (const { buyerId } of waits) sides.set(buyerId, await coinSide(book, { buyerId }));
  const none = [...sides.values()].filter((side) => side === 'none').length;
  await session.run(
    prepareQueue(
      book,
      line.map((row, index) => ({
        who: { buyerId: row.key },
        gift: {
          what: gift.name,
          kind: 'apology',
          reason: t('panel.gift.reasonWait'),
          cost: gift.cost,
          stockId: gift.id,
          coin: sides.get(row.key) ?? null,
          waitSeconds: row.seconds,
          waitExact: row.exact,
          place: row.place,
          quote: apologyText(settings.apologyGift.text, { name: row.name, gift: gift.name }, row, t),
          where: { platform: waits[index]?.platform ?? '', conversation: row.name },
        },
      })),
    ),
    {
      key: none > 0 ? 'desk.queue.doneTest' : 'desk.queue.done',
      params: { n: line.length - none, gift: gift.name, unsure: 0, none },
    },
  );
}
