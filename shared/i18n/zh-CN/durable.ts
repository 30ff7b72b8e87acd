import type { Words } from '../words';

export const durable: Words<'durable'> = {
  'durable.news.rebuilt': '这台电脑上的数据库没了或坏了，账本已照日志重建好：{n} 条记录，一条不少。',
  'durable.news.part':
    '这台电脑上的数据库没了或坏了，日志也缺了一段，只找回 {n} 条记录。请到“设置 → 备份”和最近的备份对一对。',
  'durable.news.older':
    '这台电脑上的账本退回到以前了，至少少了 {n} 笔。有更新的备份就到“设置 → 备份”里恢复。',
  'durable.news.gone':
    '这里原来有一本账，记了 {n} 笔，现在这台电脑上一点不剩。请到“设置 → 备份”里恢复最近的备份。',
  'durable.news.one-place': '这个窗口不给地方写日志（是不是无痕窗口？），账本只存了一份，请常存备份。',
  'durable.news.after-all':
    '刚才硬盘太慢，说了没存上的那一笔，其实存上了。再写之前先看一眼最新的记录，别记两遍。',
  'durable.rebuilding': '数据库没了或坏了，正在照日志重建账本：已找回 {n} 条……',
  'durable.moved': '账本已照日志重建好。先把这里填的内容复制下来，再刷新。',
  'durable.reload': '刷新',
  'durable.read': '知道了',
  'durable.lock.locked': '锁上了。请输入锁屏密码',
  'durable.lock.open': '打开',
  'durable.lock.wrong': '密码不对。备份的恢复码也能打开。',
  'durable.lock.honest': '存过的都在。锁只是把屏幕遮住。',
};
