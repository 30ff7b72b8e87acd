import type { Words } from '../words';

export const packing: Words<'packing'> = {
  'packing.title': '打包台',
  'packing.print': '打印清单',
  'packing.empty': '今天没有要特别留意的包裹。打包备注（K）和答应的赠品会出现在这里。',
  'packing.packed': '打好 {n} / {all}',
  'packing.progress': '打包进度',
  'packing.noOrder': '没有订单号',
  'packing.shipBy': '{due} 前发走',
  'packing.ship': '已发出',
  'packing.shipped': '已发出',
  'packing.done': '打好了：{name}',
  'packing.unpacked': '还没打好：{name}',
  'packing.doneShipped': '发走了：{name}',
  'packing.copy': '复制备注',
  'packing.copied': '复制好了，粘到订单的商家备注里，面单上就有。',
  'packing.notCopied': '没复制上。先点一下页面再按一次。',
};
