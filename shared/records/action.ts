import * as v from 'valibot';
import type { Json } from '../text/json';
import { TABLE_NAMES, type TableName } from './book';
import { id, line, moment } from './fields';
import type { Stamp } from './stamp';

/**
 * One change of one record: fields set to values. Creating is setting every field, deleting is setting
 * `deleted`. Only this one form exists, so the inverse of a change is a change, and merging two books is
 * comparing stamps.
 */
export interface Change {
  readonly table: TableName;
  readonly id: string;
  readonly set: Readonly<Record<string, Json>>;
}

/**
 * Something the seller did, as plain data: it can be stored, replayed, undone and sent to another window.
 * Closures cannot. `inverse` sets back exactly what `changes` set; it is computed inside the transaction that
 * applies the action.
 */
export interface Action {
  readonly id: string;
  /** The user action's name, e.g. 'record-promise'; `undo` for an undoing. */
  readonly name: string;
  readonly seat: string;
  readonly stamp: Stamp;
  readonly at: string;
  /** Whom it concerns, for the timeline. */
  readonly buyerId: string | null;
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
  /** The action this one undoes. */
  readonly undoes: string | null;
}

const json = v.custom<Json>((value) => value !== undefined);
const change = v.strictObject({ table: v.picklist(TABLE_NAMES), id, set: v.record(v.string(), json) });
export const actionSchema = v.strictObject({
  id,
  name: line,
  seat: line,
  stamp: line,
  at: moment,
  buyerId: v.nullable(id),
  changes: v.array(change),
  inverse: v.array(change),
  undoes: v.nullable(id),
});
