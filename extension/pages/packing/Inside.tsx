import type { Parcel } from '@extension/book/reads/parcels';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { shipBy } from './parcel';

/** What is special about a parcel: what to put in, how to wrap it, what was promised. */
export function Inside({ parcel }: { readonly parcel: Pick<Parcel, 'notes' | 'gifts' | 'promises'> }) {
  const { t } = useMore();
  const { notes, gifts, promises } = parcel;
  const ship = shipBy(promises);
  return (
    <ul class="inside">
      {notes.map((note) => (
        <li key={note.id}>
          <Icon name="parcel" />
          <span>
            {note.what}
            {note.standing && <span class="quiet"> · {t('records.packing.standing')}</span>}
            {note.recipient?.from && (
              <span class="recipient">{t('parcels.signed', { from: note.recipient.from })}</span>
            )}
            {note.cardText && <q class="card-text">{note.cardText}</q>}
          </span>
        </li>
      ))}
      {gifts.map((gift) => (
        <li key={gift.id} class={gift.kind === 'surprise' ? 'private' : ''}>
          <Icon name="gift" />
          <span>
            <strong>{gift.what}</strong> <span class="quiet">{t(`records.gift.kind.${gift.kind}`)}</span>
          </span>
        </li>
      ))}
      {promises
        .filter(({ kind }) => kind !== 'ship')
        .map((promise) => (
          <li key={promise.id}>
            <Icon name="promise" />
            <span>
              {promise.what} <span class="quiet">{t(`records.promise.kind.${promise.kind}`)}</span>
            </span>
          </li>
        ))}
      {ship && (
        <li>
          <Icon name="clock" />
          <span>{ship.what}</span>
        </li>
      )}
    </ul>
  );
}
