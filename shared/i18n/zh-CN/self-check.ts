import type { Words } from '../words';

export const selfCheck: Words<'selfCheck'> = {
  'selfCheck.title': '这个页面认出了什么',
  'selfCheck.notFound': '没找到',
  'selfCheck.found': '找到了',
  'selfCheck.rows': '{n} 个会话',
  'selfCheck.messages': '{n} 条消息',
  'selfCheck.waiting': '{n} 位在等',
  'selfCheck.byPlace': '（凭位置和文字认的）',
  'selfCheck.byDescription': '（按站点资料，第 {nth} 种办法）',
  'selfCheck.about':
    '这些只留在你的电脑上。想请人修站点资料，就复制页面骨架：只有标签和数量，没有名字，也没有聊天里的话。',
  'selfCheck.copy': '复制页面骨架',
  'selfCheck.copied': '已复制 {n} 行，里面没有页面上的话。给别人之前请先看一遍。',
  'selfCheck.noAnswer': '页面没有回应。刷新一下再按。',
  'selfCheck.notCopied': '浏览器没让写入剪贴板。点一下面板再按一次。',
};
