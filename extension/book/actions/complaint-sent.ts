import type { Change } from '@shared/records/action';
import type { Promised } from '@shared/records/promise';
import { setting } from '../changes';
import type { OpenBook } from '../open';
import { byIds } from '../reads/rows';
import { answered } from './complaint-state';

/** Holding sentences that were seen as sent: their complaints have had their first answer (J2, J13). */
export async function answersOfSent(
  { db }: OpenBook,
  promises: readonly Pick<Promised, 'complaintId'>[],
  at: string,
): Promise<readonly Change[]> {
  const complaints = await byIds(
    db.complaints,
    promises.flatMap(({ complaintId }) => complaintId ?? []),
  );
  return [...complaints.values()]
    .filter(({ firstAnswerAt }) => firstAnswerAt === null)
    .map((complaint) => setting('complaints', complaint.id, answered(complaint, at)));
}
