import type { BehindSet } from '../../findings/rows/behind';
import type { WeekComparison } from '../../review';

/** The rows behind each line of the two weeks. */
export const WEEK_ROWS: Readonly<Record<WeekComparison['rows'][number]['key'], BehindSet>> = {
  orders: 'weekOrders',
  revenue: 'weekOrders',
  newBuyers: 'weekNew',
  returnedBuyers: 'weekReturned',
  promises: 'weekPromises',
  promisesKept: 'weekPromisesKept',
  gifts: 'weekGifts',
  complaints: 'weekComplaints',
};
