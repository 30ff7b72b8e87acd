import { describeRedemption, redeemDiscount } from '@extension/book/actions/discounts';
import { ordersOf } from '@extension/book/reads/orders';
import { useEdited } from '@extension/ui/edited';
import { SelectField, TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { momentDay } from '@extension/ui/when';
import type { Discount } from '@shared/records/discount';
import { formatMoney, moneyToMajor } from '@shared/text/money';
import { useState } from 'preact/hooks';
import { readCost } from '../forms/CostField';
import { usePanel } from '../state/context';

const LABELS = {
  how: 'ledger.redeem.how',
  amount: 'ledger.redeem.amount',
  order: 'ledger.redeem.order',
} as const;

const WAYS = ['price', 'coupon', 'back', 'goods'] as const;

/** How a discount was used: by which way, on which order, what it really took off. Before or after the click. */
export function RedeemForm({ discount }: { readonly discount: Discount }) {
  const { t, lang } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const { id, what, buyerId, redeemedHow, redeemedAmount, state } = discount;
  const known = redeemedAmount ?? discount.amount;
  const stored = {
    how: redeemedHow,
    amount: known ? String(moneyToMajor(known)) : '',
    order: discount.orderNumber ?? '',
  };
  const edited = useEdited(stored, LABELS);
  const { how, amount, order } = edited.fields;
  const [open, setOpen] = useState<AnyKey | null>(null);
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
    const undecided = edited.unsettled();
    setOpen(undecided);
    if (undecided) return;
    const number = order === '' ? null : order;
    const owed = state === 'owed' || state === 'to-be-sent';
    const redemption = { how: how.trim(), amount: off };
    const action = owed
      ? redeemDiscount(book, id, number, redemption)
      : describeRedemption(book, id, number, redemption);
    const ack = await session.run(action, {
      key: owed ? 'panel.done.redeemed' : 'ledger.done.redemption',
      params: { what },
    });
    if (ack.ok) edited.saved();
  }
  return (
    <form class="redeem" aria-label={t('ledger.redeem')} {...formKeys({ save })}>
      <div class="acts ways">
        {WAYS.map((way) => (
          <button
            type="button"
            class="plain"
            key={way}
            onClick={() => edited.set({ how: t(`ledger.redeem.way.${way}`) })}
          >
            {t(`ledger.redeem.way.${way}`)}
          </button>
        ))}
      </div>
      <div class="fields">
        <TextField
          label={t('ledger.redeem.how')}
          value={how}
          onValue={(text) => edited.set({ how: text })}
          narrow
        />
        <TextField
          label={t('ledger.redeem.amount')}
          value={amount}
          onValue={(text) => edited.set({ amount: text })}
          wrong={!ok}
          hint={ok ? null : t('panel.form.moneyUnknown')}
          narrow
        />
        <SelectField
          label={t('ledger.redeem.order')}
          value={order}
          options={options}
          onValue={(number) => edited.set({ order: number })}
        />
      </div>
      {edited.choices}
      {open && (
        <p class="fault" role="alert">
          {t(open)}
        </p>
      )}
      <button type="submit">{t(state === 'owed' ? 'ledger.redeem.save' : 'ledger.redeem.keep')}</button>
    </form>
  );
}
