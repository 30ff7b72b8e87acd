import { buyerOfRow } from '@extension/book/actions/waits';
import { apologyToday } from '@extension/book/reads/apology-today';
import type { Who } from '@extension/book/who';
import type { Gift } from '@shared/records/gift';
import type { Waiting } from '../queue/waiting';
import type { Session } from '../state/session';

/** Somebody in line as the book knows them. */
export interface InLine {
  readonly key: string;
  readonly row: Waiting;
  readonly buyerId: string | null;
  /** `null`: known by a name only; no file may be opened on that (J1). */
  readonly who: Who | null;
  /** The apology of today that still holds. */
  readonly given: Gift | null;
}

/**
 * Whom the rows of the chat's list are. A row of somebody new gets an account only where the page's keys are
 * known to be more than names: that shows when the open buyer's own key stands among the rows.
 */
export async function rowsInLine(session: Session, waiting: readonly Waiting[]): Promise<readonly InLine[]> {
  const { book } = session;
  const chat = session.chat.peek();
  const open = chat?.buyer;
  const sure = open && open.strength !== 'name' && chat.rows?.some(({ key }) => key === open.key);
  const platform = chat?.adapterId ?? '';
  return Promise.all(
    waiting.map(async (row): Promise<InLine> => {
      const known = await buyerOfRow(book, platform, row.key);
      const account = { platform, strength: open?.strength ?? 'name', key: row.key, displayName: row.name };
      const who: Who | null = known ? { buyerId: known.id } : sure ? { account } : null;
      const given = known ? await apologyToday(book, known.id, session.today.peek()) : null;
      return { key: row.key, row, buyerId: known?.id ?? null, who, given };
    }),
  );
}
