import type { Words } from '../words';

export const review: Words<'review'> = {
  'review.none.orders': '这些文件里没有订单，这一块没得算。',
  'review.none.summaries': '文件里只有汇总好的买家数据，没有一单一单的订单。',
  'review.none.buyers': '这 {n} 单都不知道是谁买的：这种导出表不给买家信息。',
  'review.none.answers': '这段时间没有回访过买家，也没有给评价表。',
  'review.none.book': '这一块要看聊天旁边记的账本，把账本的备份文件一起给进来就有了。',
  'review.none.promises': '这段时间没有记过答应买家的事。',
  'review.none.goodwill': '这段时间没有答应过下次优惠。',
  'review.none.gifts': '这段时间没有记过赠品。',
  'review.none.complaints': '这段时间没有记过售后问题。',
  'review.trend.tooFew': '看走势还早：要有 {need} 周有回访的分数，现在只有 {weeks} 周。',
  'review.trend.up': '在往上走：{weeks} 周里大约涨了 {change} 分（p {p}）。',
  'review.trend.down': '在往下掉：{weeks} 周里大约掉了 {change} 分（p {p}）。',
  'review.trend.none': '{weeks} 周里看不出明显变化。',
  'review.trend.noneNeed':
    '{weeks} 周里看不出明显变化；想在这段时间看出 {change} 分的变化，每周大约要 {need} 个回访分数。',
  'review.signal.above': '{week} 周：{n} 个分数平均 {value}，比平常高（平常最高 {limit}）。',
  'review.signal.below': '{week} 周：{n} 个分数平均 {value}，比平常低（平常最低 {limit}）。',
  'review.signal.run-above': '{week} 周：连着八周都高过平常的 {centre}。',
  'review.signal.run-below': '{week} 周：连着八周都低过平常的 {centre}。',
  'review.signal.share-above':
    '{week} 周：{n} 个分数里 {value}% 是 4 分或 5 分，比平常多（平常最多 {limit}%）。',
  'review.signal.share-below':
    '{week} 周：{n} 个分数里 {value}% 是 4 分或 5 分，比平常少（平常最少 {limit}%）。',
};
