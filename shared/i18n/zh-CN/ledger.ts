import type { Words } from '../words';

export const ledger: Words<'ledger'> = {
  'ledger.title': '答应的和优惠',
};
