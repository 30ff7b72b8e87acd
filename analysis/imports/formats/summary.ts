import type { SummaryFormat } from './format';

/** A customer summary in the convention of the Python package lifetimes, with or without spend and id. */
export const customerSummary: SummaryFormat = {
  kind: 'summary',
  name: 'customer-summary',
  signature: { all: ['frequency', 'recency', 'T'] },
};
