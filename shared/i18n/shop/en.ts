import { background } from '../en/background';
import { chat } from '../en/chat';
import { common } from '../en/common';
import { options } from '../en/options';
import { packing } from '../en/packing';
import { panel } from '../en/panel';
import { records } from '../en/records';

/** The words of the extension's own pages: those of the letter and the command line stay away. */
export const en = {
  ...common,
  ...records,
  ...chat,
  ...panel,
  ...packing,
  ...options,
  ...background,
} as const;
