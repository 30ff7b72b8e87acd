import type { Cell } from '../cell';
import { backtest } from './backtest';
import { clv } from './clv';
import { cohorts } from './cohorts';
import { complaints } from './complaints';
import { gifts } from './gifts';
import { goodwill } from './goodwill';
import { history } from './history';
import { promises } from './promises';
import { repeat } from './repeat';
import { satisfaction } from './satisfaction';
import { secondPurchase } from './second-purchase';

/** Every cell, in the order it is read within its section. Adding a question = adding a file and a line here. */
export const cells: readonly Cell[] = [
  promises,
  repeat,
  satisfaction,
  goodwill,
  gifts,
  cohorts,
  secondPurchase,
  history,
  clv,
  backtest,
  complaints,
];
