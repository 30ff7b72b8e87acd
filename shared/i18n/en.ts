/** English: the source of the keys. One file per area of the product, so that a page's words stand together. */

import { background } from './en/background';
import { chat } from './en/chat';
import { cli } from './en/cli';
import { common } from './en/common';
import { findings } from './en/findings';
import { imports } from './en/imports';
import { models } from './en/models';
import { notebook } from './en/notebook';
import { options } from './en/options';
import { packing } from './en/packing';
import { panel } from './en/panel';
import { records } from './en/records';
import { review } from './en/review';

export const areas = {
  common,
  records,
  chat,
  panel,
  packing,
  notebook,
  options,
  background,
  imports,
  review,
  findings,
  models,
  cli,
} as const;

export const en = {
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
} as const;
