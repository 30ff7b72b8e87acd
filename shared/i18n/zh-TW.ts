import type { Dictionary } from './words';
import { aftersales } from './zh-TW/aftersales';
import { arrange } from './zh-TW/arrange';
import { background } from './zh-TW/background';
import { backups } from './zh-TW/backups';
import { care } from './zh-TW/care';
import { cells } from './zh-TW/cells';
import { chat } from './zh-TW/chat';
import { cli } from './zh-TW/cli';
import { common } from './zh-TW/common';
import { desk } from './zh-TW/desk';
import { durable } from './zh-TW/durable';
import { finder } from './zh-TW/finder';
import { findings } from './zh-TW/findings';
import { imports } from './zh-TW/imports';
import { ledger } from './zh-TW/ledger';
import { models } from './zh-TW/models';
import { notebook } from './zh-TW/notebook';
import { options } from './zh-TW/options';
import { packing } from './zh-TW/packing';
import { panel } from './zh-TW/panel';
import { parcels } from './zh-TW/parcels';
import { people } from './zh-TW/people';
import { privacy } from './zh-TW/privacy';
import { records } from './zh-TW/records';
import { review } from './zh-TW/review';
import { selfCheck } from './zh-TW/self-check';
import { suggest } from './zh-TW/suggest';
import { teach } from './zh-TW/teach';
import { templates } from './zh-TW/templates';
import { told } from './zh-TW/told';
import { toldCare } from './zh-TW/told-care';
import { weekly } from './zh-TW/weekly';

export const zhTW: Dictionary = {
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
};
