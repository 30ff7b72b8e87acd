import type { AnyTranslate } from '@extension/ui/more';

const FIELDS = [
  'buyerKey',
  'buyerName',
  'createdAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'status',
  'paid',
  'refund',
  'refundUnknown',
  'items',
  'region',
  'buyerMessage',
  'sellerMemo',
  'flag',
  'courierNumber',
] as const;

/** Fields of an order as the reader calls them. */
export function orderFieldWords(fields: readonly string[], t: AnyTranslate): string {
  const known = FIELDS.filter((field) => fields.includes(field));
  return [...new Set(known.map((field) => t(`finder.order.${field}`)))].join(' · ');
}
