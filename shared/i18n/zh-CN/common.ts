import type { Words } from '../words';

export const common: Words<'common'> = {
  'common.name': '掌柜',
  'common.undo': '撤销',
  'common.save': '记下',
  'common.cancel': '取消',
  'common.close': '关闭',
  'common.nameless': '（没有名字）',
};
