import { useMore } from '@extension/ui/more';
import type { Day } from '@shared/calendar/day';
import type { Complaint } from '@shared/records/complaint';
import type { Order } from '@shared/records/order';
import type { Step } from '@shared/records/step';
import { Courier } from './Courier';
import { Evidence } from './Evidence';
import { Hearing } from './Hearing';
import { Sheet } from './Sheet';
import { StepLog } from './StepLog';

interface ComplaintFoldProps {
  readonly complaint: Complaint;
  readonly steps: readonly Step[];
  readonly orders: readonly Order[];
  /** The shop's day of an instant. */
  readonly dayOf: (at: string) => Day;
}

/** The whole sheet: how it was heard, what was done, whose doing it was, the pictures, the courier. */
export function ComplaintFold({ complaint, steps, orders, dayOf }: ComplaintFoldProps) {
  const { t } = useMore();
  const { id, buyerId, courier, cause, orderNumber } = complaint;
  const order = orders.find(({ number }) => number === orderNumber);
  return (
    <div class="after-fold">
      <Hearing complaint={complaint} steps={steps} />
      <StepLog about="complaints" aboutId={id} steps={steps} />
      <Sheet complaint={complaint} orders={orders} />
      <Evidence owner={{ buyerId, about: 'complaints', aboutId: id }} label={t('aftersales.pictures')} />
      {(courier !== null || cause === 'transit') && (
        <Courier complaint={complaint} shippedOn={order?.shippedAt ? dayOf(order.shippedAt) : null} />
      )}
    </div>
  );
}
