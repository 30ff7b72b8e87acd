import type { Parcel } from '@extension/book/reads/parcels';

/** A card as it is printed. */
export interface Card {
  readonly id: string;
  /** To whom, when it is somebody else's present (P9). */
  readonly to: string | null;
  readonly words: string;
  /** In whose name; null: the shop's own. */
  readonly from: string | null;
}

/** The cards of these parcels, in their order. */
export function cardsOf(parcels: readonly Pick<Parcel, 'key' | 'notes'>[]): readonly Card[] {
  return parcels.flatMap(({ key, notes }) =>
    notes.flatMap(({ id, cardText, recipient }) =>
      cardText || recipient
        ? [
            {
              id: `${key}/${id}`,
              to: recipient?.to || null,
              words: cardText ?? '',
              from: recipient?.from || null,
            },
          ]
        : [],
    ),
  );
}

/** The parcels a slip says something about: an order, a present, or something announced inside. */
export function slipsOf(parcels: readonly Parcel[]): readonly Parcel[] {
  return parcels.filter(
    (parcel) =>
      parcel.orderNumber !== null ||
      announced(parcel).length > 0 ||
      parcel.notes.some(({ recipient }) => recipient),
  );
}

/** What the buyer was told is in the parcel besides the goods; a surprise is not (J9). */
export function announced({ gifts, promises }: Pick<Parcel, 'gifts' | 'promises'>): readonly string[] {
  return [
    ...gifts.filter(({ kind }) => kind !== 'surprise').map(({ what }) => what),
    ...promises.filter(({ kind }) => kind === 'goods' || kind === 'replace').map(({ what }) => what),
  ];
}

/** A present for somebody else, or no price wanted: the slip says none (P7, P9). */
export function isPriceless(parcel: Pick<Parcel, 'notes'>): boolean {
  return parcel.notes.some(({ kind, recipient }) => kind === 'no-price' || kind === 'recipient' || recipient);
}
