import type { Parcel } from '@extension/book/reads/parcels';
import type { Day } from '@shared/calendar/day';
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

/** How a parcel stands to the day: what was ordered today goes out today, nothing is left for tomorrow (P7). */
export function dayMark(
  parcel: Pick<Parcel, 'orderedOn' | 'packedToday' | 'shipped'>,
  today: Day,
): 'today' | 'left' | null {
  const { orderedOn, packedToday, shipped } = parcel;
  if (orderedOn === null || packedToday || shipped) return null;
  return orderedOn < today ? 'left' : 'today';
}

/** What a platform's own memo field takes (UTF-8 bytes). */
const MEMO_BYTES = 1000;

/**
 * What is to be remembered about a parcel as one line for the platform's own memo, so that it lands on the
 * waybill; `flag` stands before it. A surprise is left out: the buyer may come to read it (J9). '' when there is
 * nothing to say.
 *
 * @example memoOf({ notes: [{ what: 'wrap twice', cardText: null }], gifts: [], promises: [] }) // => 'wrap twice'
 */
export function memoOf(
  parcel: {
    readonly notes: readonly { readonly what: string; readonly cardText: string | null }[];
    readonly gifts: readonly { readonly what: string; readonly kind: string }[];
    readonly promises: readonly { readonly what: string }[];
  },
  flag = '',
): string {
  const parts = [
    ...parcel.notes.flatMap(({ what, cardText }) => (cardText ? [what, `“${cardText}”`] : [what])),
    ...parcel.gifts.filter(({ kind }) => kind !== 'surprise').map(({ what }) => `+ ${what}`),
    ...parcel.promises.map(({ what }) => what),
  ];
  const said = [...new Set(parts)].join('; ').replace(/\s+/g, ' ').trim();
  return said === '' ? '' : firstBytes(flag === '' ? said : `${flag} ${said}`, MEMO_BYTES);
}

/** Cut between what a reader sees as characters: never within a family emoji or a letter with its accent. */
function firstBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > most) return kept;
    kept += segment;
  }
  return kept;
}
