import { describeRedemption, redeemDiscount } from '@extension/book/actions/discounts';
import { ordersOf } from '@extension/book/reads/orders';
import { SelectField, TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { momentDay } from '@extension/ui/when';
import type { Discount } from '@shared/records/discount';
import { formatMoney, moneyToMajor } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { readCost } from '../forms/CostField';
import { usePanel } from '../state/context';

const WAYS = ['price', 'coupon', 'back', 'goods'] as const;

/** How a discount was used: by which way, on which order, what it really took off. Before or after the click. */
export function RedeemForm({ discount }: { readonly discount: Discount }) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const { id, what, buyerId, redeemedHow, redeemedAmount, state } = discount;
  const known = redeemedAmount ?? discount.amount;
  const [how, setHow] = useState(redeemedHow);
  const [amount, setAmount] = useState(known ? String(moneyToMajor(known)) : '');
  const [order, setOrder] = useState(discount.orderNumber ?? '');
  const orders = useLive(() => ordersOf(book, buyerId), [book, buyerId]) ?? [];
  const { ok, cost: off } = readCost(amount, known?.currency ?? settings.currency);
  const today = session.today.value;
  const options = [
    { value: '', label: t('ledger.redeem.noOrder') },
    ...(order !== '' && !orders.some(({ number }) => number === order)
      ? [{ value: order, label: order }]
      : []),
    ...orders.slice(0, 20).map(({ number, paidAt, createdAt, paid }) => {
      const at = paidAt ?? createdAt;
      const day = at ? momentDay(at, today, book.world.timeZone) : '';
      return {
        value: number,
        label: [day, number, paid && formatMoney(paid, lang)].filter(Boolean).join(' · '),
      };
    }),
  ];
  async function save(): Promise<void> {
    if (!ok) {
      session.trouble('panel.form.moneyUnknown');
      return;
    }
    const number = order === '' ? null : order;
    const open = state === 'owed' || state === 'to-be-sent';
    const redemption = { how: how.trim(), amount: off };
    const action = open
      ? redeemDiscount(book, id, number, redemption)
      : describeRedemption(book, id, number, redemption);
    await session.run(action, {
      key: open ? 'panel.done.redeemed' : 'ledger.done.redemption',
      params: { what },
    });
  }
  return (
    <form
      class="redeem"
      aria-label={t('ledger.redeem')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // The Enter that ends a composition must not reach the form's own submit.
        if (composing(event) && event.key === 'Enter') event.preventDefault();
      }}
    >
      <div class="acts ways">
        {WAYS.map((way) => (
          <button type="button" class="plain" key={way} onClick={() => setHow(t(`ledger.redeem.way.${way}`))}>
            {t(`ledger.redeem.way.${way}`)}
          </button>
        ))}
      </div>
      <div class="fields">
        <TextField label={t('ledger.redeem.how')} value={how} onValue={setHow} narrow />
        <TextField
          label={t('ledger.redeem.amount')}
          value={amount}
          onValue={setAmount}
          wrong={!ok}
          hint={ok ? null : t('panel.form.moneyUnknown')}
          narrow
        />
        <SelectField
          label={t('ledger.redeem.order')}
          value={order}
          options={options}
          onValue={setOrder}
          narrow
        />
      </div>
      <button type="submit">{t(state === 'owed' ? 'ledger.redeem.save' : 'ledger.redeem.keep')}</button>
    </form>
  );
}
