import { background } from '../zh-TW/background';
import { chat } from '../zh-TW/chat';
import { common } from '../zh-TW/common';
import { options } from '../zh-TW/options';
import { packing } from '../zh-TW/packing';
import { panel } from '../zh-TW/panel';
import { records } from '../zh-TW/records';
import type { ShopWords } from './index';

export const zhTW: ShopWords = {
  ...common,
  ...records,
  ...chat,
  ...panel,
  ...packing,
  ...options,
  ...background,
};
