import { background } from '../zh-CN/background';
import { chat } from '../zh-CN/chat';
import { common } from '../zh-CN/common';
import { options } from '../zh-CN/options';
import { packing } from '../zh-CN/packing';
import { panel } from '../zh-CN/panel';
import { records } from '../zh-CN/records';
import type { ShopWords } from './index';

export const zhCN: ShopWords = {
  ...common,
  ...records,
  ...chat,
  ...panel,
  ...packing,
  ...options,
  ...background,
};
