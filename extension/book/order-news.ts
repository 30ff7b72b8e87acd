import type { Order } from '@shared/records/order';
import { canonicalJson, type Json } from '@shared/text/json';
import type { FieldsOf, NewFields } from './changes';

/** The fields of an order as an export tells it that the book does not know yet, or knows otherwise. */
export function orderNews(order: NewFields<'orders'>, stored: Order): Partial<FieldsOf<'orders'>> {
  const fields = Object.entries(order) as readonly [keyof FieldsOf<'orders'>, Json][];
  return Object.fromEntries(fields.filter(([field, value]) => differs(value, stored[field] as Json)));
}

/** An export that lacks a column says nothing; it does not take back what another one said. */
function differs(found: Json, known: Json): boolean {
  if (found === null || found === '' || found === 'unknown') return false;
  if (Array.isArray(found) && found.length === 0) return false;
  return canonicalJson(found) !== canonicalJson(known);
}
