import type { Dictionary } from './words';
import { background } from './zh-CN/background';
import { chat } from './zh-CN/chat';
import { cli } from './zh-CN/cli';
import { common } from './zh-CN/common';
import { findings } from './zh-CN/findings';
import { imports } from './zh-CN/imports';
import { models } from './zh-CN/models';
import { notebook } from './zh-CN/notebook';
import { options } from './zh-CN/options';
import { packing } from './zh-CN/packing';
import { panel } from './zh-CN/panel';
import { records } from './zh-CN/records';
import { review } from './zh-CN/review';

export const zhCN: Dictionary = {
  ...common,
  ...records,
  ...chat,
  ...panel,
  ...packing,
  ...notebook,
  ...options,
  ...background,
  ...imports,
  ...review,
  ...findings,
  ...models,
  ...cli,
};
