import type { Wait } from '@shared/records/wait';
import type { OpenBook } from '../open';

/** Who was never struck off waits no more on the next day. */
const LASTS = 18 * 60 * 60_000;

/** Somebody in the line that is kept by hand, the longest wait first. */
export type HandWait = Wait & { readonly buyerId: string };

/** Who waits beside a chat that can't be followed (J24). */
export async function handQueue({ db, world }: OpenBook): Promise<readonly HandWait[]> {
  const since = new Date(world.now() - LASTS).toISOString();
  const waits = await db.waits.where('startedAt').above(since).sortBy('startedAt');
  return waits.filter(
    (wait): wait is HandWait =>
      !wait.deleted && wait.buyerId !== null && wait.answeredAt === null && wait.leftAt === null,
  );
}
