import type { Dictionary } from './words';
import { background } from './zh-TW/background';
import { chat } from './zh-TW/chat';
import { cli } from './zh-TW/cli';
import { common } from './zh-TW/common';
import { findings } from './zh-TW/findings';
import { imports } from './zh-TW/imports';
import { models } from './zh-TW/models';
import { notebook } from './zh-TW/notebook';
import { options } from './zh-TW/options';
import { packing } from './zh-TW/packing';
import { panel } from './zh-TW/panel';
import { records } from './zh-TW/records';
import { review } from './zh-TW/review';

export const zhTW: Dictionary = {
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
