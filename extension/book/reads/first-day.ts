import { ofSample, SAMPLE_BUYER } from '@shared/records/sample';
import type { OpenBook } from '../open';

/** Saved records after which the shop is asked, once, to keep a backup (J21). */
export const BACKUP_AFTER = 5;
/** So many actions are looked at; who did more has recorded enough. */
const LOOK_AT = 200;
/** Setting up, trying out and taking back are no records worth a backup. */
const NO_RECORD: ReadonlySet<string> = new Set([
  'undo',
  'save-setting',
  'save-site',
  'remove-site',
  'add-sample',
  'remove-sample',
]);

/** How far the first day has come. */
export interface FirstDay {
  /** Nobody and no order is in the book, the sample left aside. */
  readonly empty: boolean;
  readonly sample: boolean;
  /** Enough was saved by hand that losing it would hurt. */
  readonly worthBackup: boolean;
}

/** What the first day still offers. Looks at a few rows only, however large the book is. */
export async function firstDay({ db }: OpenBook): Promise<FirstDay> {
  const [buyers, orders, sample, actions] = await Promise.all([
    db.buyers
      .filter((buyer) => !buyer.deleted && !ofSample(buyer))
      .limit(1)
      .count(),
    db.orders
      .filter((order) => !order.deleted)
      .limit(1)
      .count(),
    db.buyers.get(SAMPLE_BUYER),
    db.actions.orderBy('stamp').limit(LOOK_AT).toArray(),
  ]);
  const saved = actions.filter(({ name, buyerId }) => !NO_RECORD.has(name) && buyerId !== SAMPLE_BUYER);
  return {
    empty: buyers === 0 && orders === 0,
    sample: sample !== undefined && !sample.deleted,
    worthBackup: saved.length >= BACKUP_AFTER || actions.length === LOOK_AT,
  };
}
