import { packParcel, shipParcel, unpackParcel } from '@extension/book/actions/parcels';
import type { Parcel } from '@extension/book/reads/parcels';
import { Icon } from '@extension/ui/Icon';
import { Name } from '@extension/ui/Name';
import { dueWords } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { useId } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { memoOf, shipBy, urgencyOf } from './parcel';

interface ParcelRowProps {
  readonly parcel: Parcel;
  readonly today: string;
  readonly acts: Acts;
}

/** One parcel: tick, buyer, and only what is special about it. */
export function ParcelRow({ parcel, today, acts }: ParcelRowProps) {
  const { t, lang } = useWords();
  const id = useId();
  const { buyer, orderNumber, notes, gifts, promises, items, packedToday, shipped } = parcel;
  const params = { name: buyer.name };
  const ship = shipBy(promises);
  const inside = promises.filter(({ kind }) => kind !== 'ship');
  const memo = memoOf(parcel);
  const copy = () =>
    navigator.clipboard.writeText(memo).then(
      () => acts.say({ key: 'packing.copied', undoes: null, trouble: false }),
      () => acts.say({ key: 'packing.notCopied', undoes: null, trouble: true }),
    );
  const tick = () =>
    packedToday
      ? acts.run(unpackParcel(acts.book, parcel), { key: 'packing.unpacked', params })
      : acts.run(packParcel(acts.book, parcel), { key: 'packing.done', params });
  return (
    <li class={packedToday ? 'parcel packed' : 'parcel'}>
      <div class="parcel-line">
        <input type="checkbox" id={id} checked={packedToday} onChange={() => void tick()} />
        <label class="buyer" for={id}>
          <Name of={buyer.name} />
        </label>
        <span class="quiet order">{orderNumber ?? t('packing.noOrder')}</span>
        {ship && (
          <span class={`ship ${urgencyOf(ship, today)}`}>
            <Icon name="clock" /> {t('packing.shipBy', { due: dueWords(ship.due, today, lang, t) })}
          </span>
        )}
        {memo !== '' && (
          <button type="button" class="plain no-print" onClick={() => void copy()}>
            {t('packing.copy')}
          </button>
        )}
        {shipped ? (
          <span class="state kept">{t('packing.shipped')}</span>
        ) : (
          <button
            type="button"
            class="no-print"
            onClick={() =>
              void acts.run(shipParcel(acts.book, parcel), { key: 'packing.doneShipped', params })
            }
          >
            {t('packing.ship')}
          </button>
        )}
      </div>
      {items.length > 0 && (
        <p class="quiet small items">
          {items.map(({ title, quantity }) => `${title} ×${quantity}`).join(' · ')}
        </p>
      )}
      <ul class="inside">
        {notes.map((note) => (
          <li key={note.id}>
            <Icon name="parcel" />
            <span>
              {note.what}
              {note.standing && <span class="quiet"> · {t('records.packing.standing')}</span>}
              {note.cardText && <q class="card-text">{note.cardText}</q>}
            </span>
          </li>
        ))}
        {gifts.map((gift) => (
          <li key={gift.id}>
            <Icon name="gift" />
            <span>
              <strong>{gift.what}</strong> <span class="quiet">{t(`records.gift.kind.${gift.kind}`)}</span>
            </span>
          </li>
        ))}
        {inside.map((promise) => (
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
    </li>
  );
}
