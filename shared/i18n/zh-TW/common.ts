import type { Words } from '../words';

export const common: Words<'common'> = {
  'common.name': '掌櫃',
  'common.undo': '復原',
  'common.save': '記下',
  'common.cancel': '取消',
  'common.close': '關閉',
  'common.nameless': '（沒有名字）',
};
