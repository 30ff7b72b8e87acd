import type { Dictionary } from './words';
import { aftersales } from './zh-CN/aftersales';
import { arrange } from './zh-CN/arrange';
import { background } from './zh-CN/background';
import { backups } from './zh-CN/backups';
import { care } from './zh-CN/care';
import { cells } from './zh-CN/cells';
import { chat } from './zh-CN/chat';
import { cli } from './zh-CN/cli';
import { common } from './zh-CN/common';
import { desk } from './zh-CN/desk';
import { durable } from './zh-CN/durable';
import { finder } from './zh-CN/finder';
import { findings } from './zh-CN/findings';
import { imports } from './zh-CN/imports';
import { ledger } from './zh-CN/ledger';
import { models } from './zh-CN/models';
import { notebook } from './zh-CN/notebook';
import { options } from './zh-CN/options';
import { packing } from './zh-CN/packing';
import { panel } from './zh-CN/panel';
import { parcels } from './zh-CN/parcels';
import { people } from './zh-CN/people';
import { privacy } from './zh-CN/privacy';
import { records } from './zh-CN/records';
import { review } from './zh-CN/review';
import { selfCheck } from './zh-CN/self-check';
import { suggest } from './zh-CN/suggest';
import { teach } from './zh-CN/teach';
import { templates } from './zh-CN/templates';
import { told } from './zh-CN/told';
import { toldCare } from './zh-CN/told-care';
import { weekly } from './zh-CN/weekly';

export const zhCN: Dictionary = {
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
