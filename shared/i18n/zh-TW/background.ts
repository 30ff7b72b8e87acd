import type { Words } from '../words';

export const background: Words<'background'> = {
  'background.notify.title': '答應過的事，別忘了',
  'background.notify.late': '{n} 件逾期了',
  'background.notify.due': '{n} 件今天到期',
  'background.notify.for': '買家：{names}',
  'background.notify.more': '{names} 等 {n} 位',
  'background.badge.title': '{name}：{n} 件到期或逾期',
  'background.badge.backup': '{title} · 最近的備份是 {n} 天前的了',
};
