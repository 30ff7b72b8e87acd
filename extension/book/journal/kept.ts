import type { World } from '@shared/calendar/clock';
import type { BookDb } from '../schema';
import type { News, SmallStore } from './news';
import type { RemoteDesk } from './protocol';

/** The book a page has opened, and what keeping it needs of the page. */
export interface Kept {
  readonly db: BookDb;
  readonly world: World;
  readonly seat: string;
  readonly generation: number;
  readonly desk: () => RemoteDesk;
  readonly small: SmallStore;
  /** Sees to it that nothing is saved behind what a power cut has torn. */
  readonly freshLog?: () => Promise<void>;
  /** A name for this life of the browser: the next one has another. Unknown where it can't be told. */
  readonly life?: () => Promise<string>;
  /** Something the owner is to be told; it is stored until it was read. */
  readonly onNews: (news: News) => void;
  /** The book is another generation now: the page has to open it anew. */
  readonly onMoved: () => void;
  readonly onRebuilding: (rows: number) => void;
}
