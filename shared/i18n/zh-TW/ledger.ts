import type { Words } from '../words';

export const ledger: Words<'ledger'> = {
  'ledger.title': '答應的和優惠',
};
