import { noteCourierNumber, packParcel } from '@extension/book/actions/parcels';
import type { Parcel } from '@extension/book/reads/parcels';
import { SelectField } from '@extension/ui/fields';
import { onScreen } from '@extension/ui/guest';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { dueWords } from '@extension/ui/when';
import type { Order } from '@shared/records/order';
import { useState } from 'preact/hooks';
import type { Acts } from '../use-acts';
import { Inside } from './Inside';
import { shipBy, toRemember, urgencyOf } from './parcel';
import type { Scanned } from './scan';

interface ScanResultProps {
  readonly scanned: Scanned;
  readonly asked: string;
  /** Orders of that number which are on no list of today. */
  readonly known: readonly Order[];
  readonly parcels: readonly Parcel[];
  readonly today: string;
  readonly acts: Acts;
  readonly onLeave: () => void;
}

/** What is special about the parcel in hand; that nothing is; or that nobody here knows the number. */
export function ScanResult(props: ScanResultProps) {
  const { t } = useMore();
  const { scanned, asked, known, onLeave } = props;
  return (
    <div class="scan-result" role="status" aria-live="assertive">
      {scanned.kind === 'parcel' &&
        scanned.parcels.map((parcel) => <Special key={parcel.key} {...props} parcel={parcel} />)}
      {scanned.kind === 'plain' && (
        <>
          <p class="scan-who">
            <Name of={scanned.plain.order.buyerName} />{' '}
            <span class="quiet">{scanned.plain.order.number}</span>
          </p>
          <p class="huge kept">{t('parcels.nothingSpecial')}</p>
        </>
      )}
      {scanned.kind === 'unknown' && (
        <>
          <p class="huge late">{t('parcels.unknown', { number: asked })}</p>
          {known.map((order) => (
            <p key={order.id}>
              {t('parcels.knownElse', { status: t(`records.order.status.${order.status}`) })}
            </p>
          ))}
          {known.length === 0 && <WhoseCourierNumber {...props} />}
        </>
      )}
      <button type="button" class="plain" onClick={onLeave}>
        {t('common.close')}
      </button>
    </div>
  );
}

function Special({ parcel, today, acts }: ScanResultProps & { readonly parcel: Parcel }) {
  const { t, lang } = useMore();
  const { buyer, orderNumber, packedToday, promises } = parcel;
  const ship = shipBy(promises);
  return (
    <>
      <p class="scan-who">
        <Name of={buyer.name} /> <span class="quiet">{orderNumber ?? t('packing.noOrder')}</span>
      </p>
      {toRemember(parcel) ? (
        <div class="huge">
          <Inside parcel={parcel} />
        </div>
      ) : (
        <p class="huge kept">{t('parcels.nothingSpecial')}</p>
      )}
      {ship && (
        <p class={`ship ${urgencyOf(ship, today)}`}>
          {t('packing.shipBy', { due: dueWords(ship.due, today, lang, t) })}
        </p>
      )}
      {packedToday ? (
        <p class="near">{t('parcels.alreadyPacked')}</p>
      ) : (
        <button
          type="button"
          class="primary"
          onClick={() =>
            void acts.run(packParcel(acts.book, parcel), {
              key: 'packing.done',
              params: { name: buyer.name },
            })
          }
        >
          {t('parcels.packNow')}
        </button>
      )}
    </>
  );
}

/** A waybill printed a moment ago is in no export yet: the seller says which parcel it is for. */
function WhoseCourierNumber({ parcels, asked, acts }: ScanResultProps) {
  const { t } = useMore();
  const [chosen, setChosen] = useState('');
  const orders = parcels.flatMap(({ order, buyer }) => (order ? [{ order, buyer }] : []));
  if (orders.length === 0) return null;
  return (
    <SelectField
      label={t('parcels.whose')}
      value={chosen}
      options={[
        { value: '', label: t('parcels.whoseNone') },
        ...orders.map(({ order, buyer }) => ({
          value: order.id,
          label: `${onScreen(buyer.name)} · ${order.number}`,
        })),
      ]}
      onValue={(orderId) => {
        setChosen(orderId);
        if (orderId === '') return;
        void acts.run(noteCourierNumber(acts.book, orderId, asked), {
          key: 'parcels.courierNoted',
          params: { number: asked },
        });
      }}
    />
  );
}
