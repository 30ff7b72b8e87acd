import type { Side } from '../../measures/breakdowns';
import { SIDES } from '../../measures/settings';
import type { PartName } from '../../parts';
import type { Cell } from '../cell';
import { backtest } from './backtest';
import { breakdownCell } from './breakdown';
import { calibration } from './calibration';
import { clerks } from './clerks';
import { clv } from './clv';
import { cohortRevenue } from './cohort-revenue';
import { cohorts, cohortsByQuarter, cohortsByWeek } from './cohorts';
import { complaintCare } from './complaint-care';
import { complaints } from './complaints';
import { doseResponse } from './dose-response';
import { expected } from './expected';
import { forecast } from './forecast';
import { gaps } from './gaps';
import { giftPlan, giftTest } from './gift-test';
import { gifts } from './gifts';
import { goodwill } from './goodwill';
import { history } from './history';
import { models } from './models';
import { promiseLoad } from './promise-load';
import { promiseOutcomes } from './promise-outcomes';
import { promiseWeeks } from './promise-weeks';
import { promises } from './promises';
import { promotion } from './promotion';
import { questions } from './questions';
import { recommend } from './recommend';
import { records } from './records';
import { referrals } from './referrals';
import { repeat } from './repeat';
import { rfm } from './rfm';
import { sales } from './sales';
import { satisfaction } from './satisfaction';
import { secondPurchase } from './second-purchase';
import { waits } from './waits';
import { week } from './week';
import { wishes } from './wishes';

/** A cell as the catalogue offers it: what it draws from, and what it can be narrowed to. */
export interface CatalogueEntry {
  // A list of cells with results of many kinds; each is only ever given its own.
  readonly cell: Cell;
  readonly reads: readonly PartName[];
  readonly sides: readonly Side[];
  /** Whether days of its own mean anything: what is expected or owed is so today. */
  readonly days: boolean;
}

/** Orders can be narrowed by everything; what the book says of a buyer hangs on the buyer, not on a product. */
const BUYERS: readonly Side[] = ['platform', 'tag', 'grade', 'firstProduct', 'firstDiscount'];

interface Options {
  readonly sides?: readonly Side[];
  readonly days?: boolean;
}

function entry<Result>(
  cell: Cell<Result>,
  reads: readonly PartName[],
  options: Options = {},
): CatalogueEntry {
  return { cell: cell as Cell, reads, sides: options.sides ?? SIDES, days: options.days ?? true };
}
const ofBook = { sides: BUYERS } as const;
const ofShop = { sides: [], days: false } as const;
const untilToday = { days: false } as const;

/** Every measure and every model has a cell here; the letter shows some of them, a sheet whichever one wants. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  entry(sales, ['sales']),
  entry(week, ['week'], untilToday),
  entry(forecast, ['forecast'], untilToday),
  entry(promises, ['promises'], ofBook),
  entry(promiseWeeks, ['outcomes'], ofBook),
  entry(promiseLoad, ['outcomes'], { ...ofBook, days: false }),
  entry(promiseOutcomes, ['outcomes'], ofBook),
  entry(records, ['records'], ofBook),
  entry(repeat, ['repeat', 'orders']),
  entry(secondPurchase, ['repeat']),
  entry(gaps, ['gaps']),
  entry(expected, ['expected'], untilToday),
  entry(rfm, ['rfm'], untilToday),
  ...SIDES.map((side) => entry(breakdownCell(side), ['breakdowns', 'repeat'])),
  entry(referrals, ['referrals'], ofBook),
  entry(wishes, ['wishes'], ofBook),
  entry(history, ['orders', 'clv', 'history']),
  entry(satisfaction, ['satisfaction'], ofBook),
  entry(questions, ['satisfaction'], ofBook),
  entry(clerks, ['satisfaction'], ofBook),
  entry(recommend, ['satisfaction'], ofBook),
  entry(waits, ['waits'], ofBook),
  entry(goodwill, ['goodwill'], ofBook),
  entry(promotion, ['promotions'], ofShop),
  entry(gifts, ['gifts'], ofBook),
  entry(doseResponse, ['gifts'], ofBook),
  entry(giftTest, ['gifts'], ofBook),
  entry(giftPlan, ['gifts'], ofBook),
  entry(cohorts, ['cohorts']),
  entry(cohortsByQuarter, ['cohortsBy']),
  entry(cohortsByWeek, ['cohortsBy']),
  entry(cohortRevenue, ['cohorts']),
  entry(clv, ['clv']),
  entry(backtest, ['clv']),
  entry(calibration, ['clv']),
  entry(models, ['clv']),
  entry(complaints, ['complaints'], ofBook),
  entry(complaintCare, ['complaints'], ofBook),
];

const BY_NAME = new Map(CATALOGUE.map((one) => [one.cell.name, one]));

/** The entry of a name; undefined for one this version does not know. */
export function catalogued(name: string): CatalogueEntry | undefined {
  return BY_NAME.get(name);
}
