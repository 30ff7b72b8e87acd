import type { OrderField, OrderFormat } from './formats/format';
import { MAPPED } from './mapped-name';
import type { SkipReason } from './reasons';
import type { Tally } from './tally';
import type { UnitStore } from './unit-store';
import type { Units } from './units';
import { verdict } from './verdict';

/** From so many orders of several rows on, equal amounts on all rows of each are the order's total repeated. */
const ENOUGH_REPEATS = 3;

export interface JudgeRules {
  readonly has: (field: OrderField) => boolean;
  readonly columnOf: (field: OrderField) => string;
  /** Whether any column tells amounts. */
  readonly hasAmounts: boolean;
}

/** Says of every unit, once all rows are read, whether it is a purchase, and counts its rows accordingly. */
export function judgeUnits(format: OrderFormat, store: UnitStore, rules: JudgeRules, tally: Tally): Units {
  const { units } = store;
  let multi = 0;
  for (let unit = 0; unit < units.numbers.length; unit++) if (units.rows[unit]! > 1) multi++;
  // An owner's column "paid" may be the line's or the order's: the file itself shows which.
  const asked = format.name === MAPPED && rules.has('order') && rules.has('paid');
  const repeated = asked && !store.isUneven() && multi >= ENOUGH_REPEATS;
  if (repeated) tally.note('paid-repeated');
  let unknownRefunds = 0;
  for (let unit = 0; unit < units.numbers.length; unit++) {
    if (units.rows[unit] === 0) continue;
    if (repeated && !Number.isNaN(store.largest(unit))) units.paid[unit] = store.largest(unit);
    if (!rules.hasAmounts) units.paid[unit] = 0;
    if (units.refund[unit]! > 0) units.refundUnknown[unit] = 0;
    judgeUnit(format, store, unit, rules, tally);
    if (units.skip[unit] === '') unknownRefunds += units.refundUnknown[unit]!;
  }
  if (unknownRefunds > 0) tally.note('refund-amount-unknown');
  return units;
}

function judgeUnit(format: OrderFormat, store: UnitStore, unit: number, rules: JudgeRules, tally: Tally) {
  const { units } = store;
  const rows = units.rows[unit]!;
  const reason = reasonOf(format, store, unit, rules);
  if (reason === 'unknown-status') tally.note('unknown-status');
  if (reason === 'no-buyer') units.withoutBuyer[unit] = rows;
  if (reason !== '') {
    units.skip[unit] = reason;
    tally.skip(reason, store.firstLine(unit), rows);
    return;
  }
  const noTime = Number.isNaN(units.time[unit]!);
  if (!noTime && !Number.isNaN(units.paid[unit]!)) return;
  const dateColumn = rules.columnOf(rules.has('paidAt') ? 'paidAt' : 'createdAt');
  const column = noTime ? dateColumn : rules.columnOf('paid');
  tally.refuse(store.firstLine(unit), column, '', noTime ? 'no-date' : 'no-amount', rows);
  units.rows[unit] = 0;
  units.skip[unit] = 'unknown-status';
}

function reasonOf(format: OrderFormat, store: UnitStore, unit: number, rules: JudgeRules): SkipReason | '' {
  const { units } = store;
  const [paid, refund] = [units.paid[unit]!, units.refund[unit]!];
  // Where each row has its own state the rows were judged one by one; only the sum is left to see.
  if (format.states === 'row') return paid > 0 && refund >= paid ? 'refunded' : '';
  if (units.hasBuyer && store.buyerOf(unit) === '' && !store.isMasked(unit)) return 'no-buyer';
  const judged = { status: units.status[unit]!, paidDate: store.isPaidByDate(unit), paid, refund };
  const reason = verdict(format, rules.has('paidAt'), judged);
  return reason === '' && paid < 0 ? 'price' : reason;
}
