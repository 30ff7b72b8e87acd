import type { Parcel } from '@extension/book/reads/parcels';
import { type Promised, standing } from '@shared/records/promise';

/** Whether anything about the parcel must be remembered. */
export function toRemember(parcel: Pick<Parcel, 'notes' | 'gifts' | 'promises'>): boolean {
  return parcel.notes.length + parcel.gifts.length + parcel.promises.length > 0;
}

/** The promise to ship that is due first; null when nothing was said about when. */
export function shipBy(promises: readonly Promised[]): Promised | null {
  const day = ({ due }: Promised) => (due.on === 'day' ? due.day : '9999');
  const ships = promises.filter(({ kind, due }) => kind === 'ship' && due.on === 'day');
  return [...ships].sort((a, b) => day(a).localeCompare(day(b)))[0] ?? null;
}

/** How urgent a promise is on the table. */
export function urgencyOf(promise: Promised, today: string): 'late' | 'near' | '' {
  const stands = standing(promise, today);
  if (stands === 'late' || stands === 'due') return 'late';
  return stands === 'near' ? 'near' : '';
}
