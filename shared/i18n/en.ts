/** English: the source of the keys. One file per area of the product, so that a page's words stand together. */

import { aftersales } from './en/aftersales';
import { arrange } from './en/arrange';
import { background } from './en/background';
import { backups } from './en/backups';
import { care } from './en/care';
import { cells } from './en/cells';
import { chat } from './en/chat';
import { cli } from './en/cli';
import { common } from './en/common';
import { desk } from './en/desk';
import { durable } from './en/durable';
import { finder } from './en/finder';
import { findings } from './en/findings';
import { imports } from './en/imports';
import { ledger } from './en/ledger';
import { models } from './en/models';
import { notebook } from './en/notebook';
import { options } from './en/options';
import { packing } from './en/packing';
import { panel } from './en/panel';
import { parcels } from './en/parcels';
import { people } from './en/people';
import { privacy } from './en/privacy';
import { records } from './en/records';
import { review } from './en/review';
import { selfCheck } from './en/self-check';
import { suggest } from './en/suggest';
import { teach } from './en/teach';
import { templates } from './en/templates';
import { told } from './en/told';
import { toldCare } from './en/told-care';
import { weekly } from './en/weekly';

export const areas = {
  common,
  records,
  chat,
  panel,
  packing,
  notebook,
  cells,
  told,
  arrange,
  toldCare,
  options,
  background,
  imports,
  review,
  findings,
  models,
  cli,
  people,
  ledger,
  parcels,
  templates,
  desk,
  care,
  aftersales,
  finder,
  suggest,
  teach,
  privacy,
  selfCheck,
  durable,
  backups,
  weekly,
} as const;

export const en = {
  ...common,
  ...records,
  ...chat,
  ...panel,
  ...packing,
  ...notebook,
  ...cells,
  ...told,
  ...arrange,
  ...toldCare,
  ...options,
  ...background,
  ...imports,
  ...review,
  ...findings,
  ...models,
  ...cli,
  ...people,
  ...ledger,
  ...parcels,
  ...templates,
  ...desk,
  ...care,
  ...aftersales,
  ...finder,
  ...suggest,
  ...teach,
  ...privacy,
  ...selfCheck,
  ...durable,
  ...backups,
  ...weekly,
} as const;
