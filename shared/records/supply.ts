import * as v from 'valibot';
import { stored } from './envelope';
import { day, id, line, moment, text } from './fields';

export const SUPPLY_STATES = ['running', 'bought-again', 'graduated', 'released'] as const;

/** Something a buyer uses up (P19): amount ÷ daily use gives the day it runs out. */
export const supplySchema = stored({
  buyerId: id,
  /** Who uses it, when not the buyer. */
  personId: v.nullable(id),
  productId: v.nullable(id),
  what: text,
  boughtOn: day,
  /** How much was bought and how much goes a day, in the same unit. */
  amount: v.pipe(v.number(), v.minValue(0)),
  daily: v.pipe(v.number(), v.minValue(0)),
  unit: line,
  runsOutOn: day,
  state: v.picklist(SUPPLY_STATES),
  toldAt: v.nullable(moment),
  by: line,
});
export type Supply = v.InferOutput<typeof supplySchema>;
