import type { Day } from '@shared/calendar/day';
import type { Buyer } from '@shared/records/buyer';
import type { Lead } from '@shared/records/lead';
import type { OpenBook } from '../open';
import { livingBuyers } from './merged';

export interface DueLead {
  readonly lead: Lead;
  readonly buyer: Buyer;
}

/** Open leads whose expected day has come, the one longest due first: worth a word today (P2). */
export async function leadsDue({ db }: OpenBook, today: Day): Promise<readonly DueLead[]> {
  const open = await db.leads.where('state').equals('open').toArray();
  const due = open.filter(({ deleted, expected }) => !deleted && expected !== null && expected <= today);
  const buyers = await livingBuyers(
    db,
    due.map(({ buyerId }) => buyerId),
  );
  return due
    .flatMap((lead) => {
      const buyer = buyers.get(lead.buyerId);
      return buyer ? [{ lead, buyer }] : [];
    })
    .sort((a, b) => ((a.lead.expected ?? '') < (b.lead.expected ?? '') ? -1 : 1));
}
