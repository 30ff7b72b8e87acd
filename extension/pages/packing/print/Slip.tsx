import type { Parcel } from '@extension/book/reads/parcels';
import { useMore } from '@extension/ui/more';
import { dayWords } from '@extension/ui/when';
import { formatMoney } from '@shared/text/money';
import { announced, isPriceless } from './cards';
import type { PrintJob } from './PrintSheets';
import { Qr } from './Qr';

/**
 * The slip that lies in the parcel (发货单): what is in it, and what was paid unless it is a present. A surprise
 * is not on it (J9), nor is anything the shop notes for itself.
 */
export function Slip({ parcel, job }: { readonly parcel: Parcel; readonly job: PrintJob }) {
  const { t, lang } = useMore();
  const { shop, today, qr } = job;
  const { items, order, orderNumber, notes } = parcel;
  const gift = notes.find(({ recipient }) => recipient)?.recipient ?? null;
  const paid = isPriceless(parcel) ? null : (order?.paid ?? null);
  const inside = announced(parcel);
  return (
    <article class="sheet slip-sheet">
      <header>
        <h2>{shop || t('parcels.slip')}</h2>
        <p>{shop ? t('parcels.slip') : ''}</p>
      </header>
      {gift && (
        <p class="slip-to">
          {gift.from === ''
            ? t('parcels.to', { to: gift.to })
            : t('parcels.toFrom', { to: gift.to, from: gift.from })}
        </p>
      )}
      <p class="slip-number">
        {orderNumber ?? t('packing.noOrder')} · {dayWords(parcel.orderedOn ?? today, today, lang)}
      </p>
      <table>
        <tbody>
          {items.map(({ title, sku, quantity }) => (
            <tr key={`${title}/${sku}`}>
              <td>{title}</td>
              <td class="number">×{quantity}</td>
            </tr>
          ))}
          {inside.map((what) => (
            <tr key={what}>
              <td>+ {what}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {paid && <p class="slip-paid">{t('parcels.slip.paid', { sum: formatMoney(paid, lang) })}</p>}
      {/* Thanks go to the buyer, never to the one who is given it. */}
      {!gift && <p class="slip-thanks">{t('parcels.slip.thanks')}</p>}
      {qr && orderNumber !== null && <Qr text={orderNumber} />}
    </article>
  );
}
