import type { Words } from '../words';

export const packing: Words<'packing'> = {
  'packing.title': '打包檯',
  'packing.print': '列印清單',
  'packing.empty': '今天沒有要特別留意的包裹。出貨備註（K）和答應的小禮會出現在這裡。',
  'packing.packed': '打好 {n} / {all}',
  'packing.progress': '出貨進度',
  'packing.noOrder': '沒有訂單編號',
  'packing.shipBy': '{due} 前寄出',
  'packing.ship': '已寄出',
  'packing.shipped': '已寄出',
  'packing.done': '打好了：{name}',
  'packing.unpacked': '還沒打好：{name}',
  'packing.doneShipped': '寄出了：{name}',
  'packing.copy': '複製備註',
  'packing.copied': '複製好了，貼到訂單的賣家備註，出貨單上就看得到。',
  'packing.notCopied': '沒複製到。先點一下頁面再按一次。',
};
