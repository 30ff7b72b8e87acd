import { packParcel, shipParcel, unpackParcel } from '@extension/book/actions/parcels';
import type { Parcel } from '@extension/book/reads/parcels';
import { copyText } from '@extension/ui/clipboard';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useChosen } from '@extension/ui/use-chosen';
import { dueWords } from '@extension/ui/when';
import { useId } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { Inside } from './Inside';
import { dayMark, memoOf, shipBy, urgencyOf } from './parcel';

interface ParcelRowProps {
  readonly parcel: Parcel;
  readonly today: string;
  readonly acts: Acts;
}

/** One parcel: tick, buyer, and only what is special about it. */
export function ParcelRow({ parcel, today, acts }: ParcelRowProps) {
  const { t, lang } = useMore();
  const id = useId();
  const { buyer, orderNumber, promises, items, packedToday, shipped } = parcel;
  const params = { name: buyer.name };
  const ship = shipBy(promises);
  const mark = dayMark(parcel, today);
  const memo = memoOf(parcel, t('parcels.memoFlag'));
  const copy = () =>
    copyText(memo).then(
      () => acts.say({ key: 'packing.copied', undoes: null, trouble: false }),
      () => acts.say({ key: 'packing.notCopied', undoes: null, trouble: true }),
    );
  const [ticked, choose] = useChosen(packedToday);
  const tick = () =>
    choose(
      !ticked,
      ticked
        ? acts.run(unpackParcel(acts.book, parcel), { key: 'packing.unpacked', params })
        : acts.run(packParcel(acts.book, parcel), { key: 'packing.done', params }),
    );
  return (
    <li class={packedToday ? 'parcel packed' : 'parcel'}>
      <div class="parcel-line">
        <input type="checkbox" id={id} checked={ticked} onChange={tick} />
        <label class="buyer" for={id}>
          <Name of={buyer.name} />
        </label>
        <span class="quiet order">{orderNumber ?? t('packing.noOrder')}</span>
        {mark && (
          <span class={mark === 'left' ? 'ship late' : 'ship'}>
            {t(mark === 'left' ? 'parcels.mark.left' : 'parcels.mark.today')}
          </span>
        )}
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
      <Inside parcel={parcel} />
    </li>
  );
}
