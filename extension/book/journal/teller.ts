import { sentinelOf } from '../write';
import { lostActions } from './diagnose';
import type { Kept } from './kept';
import { keepBound, keepNews, type News, readBound, readNews, wasRead } from './news';

/** How long the third mark may lag behind, in milliseconds. */
const BOUND_LAG = 1000;

/** Tells the owner what they have to know of the book's keeping, and keeps the third mark, by which a loss is seen. */
export function teller({ db, small, onNews }: Pick<Kept, 'db' | 'small' | 'onNews'>) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function tell(news: News): Promise<void> {
    if (news.kind === 'one-place' && (await wasRead(small).catch(() => false))) return;
    // Something graver may not have been read yet.
    const waits = news.kind === 'after-all' && (await readNews(small).catch(() => null)) !== null;
    if (!waits) await keepNews(small, news).catch(() => undefined);
    onNews(news);
  }

  return {
    tell,
    /** Where stored book and journal are both behind what the mark says. */
    tellLost: async (epoch: number, newest: number): Promise<void> => {
      const bound = await readBound(small).catch(() => null);
      const lost = lostActions(bound, epoch, newest);
      if (lost > 0) await tell({ kind: newest === 0 ? 'gone' : 'older', n: lost });
    },
    noteBound: (epoch: number): void => {
      clearTimeout(timer);
      const note = async () => keepBound(small, epoch, (await sentinelOf(db)).seq);
      timer = setTimeout(() => void note().catch(() => undefined), BOUND_LAG);
    },
    close: () => clearTimeout(timer),
  };
}
