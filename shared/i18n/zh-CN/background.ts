import type { Words } from '../words';

export const background: Words<'background'> = {
  'background.notify.title': '答应过的事，别忘了',
  'background.notify.late': '{n} 件晚了',
  'background.notify.due': '{n} 件今天到期',
  'background.notify.for': '买家：{names}',
  'background.notify.more': '{names} 等 {n} 位',
  'background.badge.title': '{name}：{n} 件到期或晚了',
  'background.badge.backup': '{title} · 最近的备份是 {n} 天前的了',
};
