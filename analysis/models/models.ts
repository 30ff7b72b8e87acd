import type { CountModel } from '../review';
import { bgNbd } from './bg-nbd';
import type { CountModelRules } from './count-model';
import { mbgNbd } from './mbg-nbd';
import { paretoNbd } from './pareto-nbd';

/** The purchase-count models by the name the review and the command line use. */
export const COUNT_MODELS: Readonly<Record<CountModel, CountModelRules>> = {
  bgnbd: bgNbd,
  mbgnbd: mbgNbd,
  pnbd: paretoNbd,
};
