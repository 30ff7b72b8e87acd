import type { Words } from '../words';

export const findings: Words<'findings'> = {
  'findings.points': '{lo} 到 {hi} 个百分点',
  'findings.week.same':
    '订单没有明显变化：这七天 {now} 单，前七天 {before} 单。到 {more} 单以上、或者 {fewer} 单以下，才算真有变化。',
  'findings.week.sameMore':
    '订单没有明显变化：这七天 {now} 单，前七天 {before} 单。到 {more} 单以上才算真有变化。',
  'findings.week.more': '订单确实多了，不是碰巧：这七天 {now} 单，前七天 {before} 单。',
  'findings.week.fewer': '订单确实少了，不是碰巧：这七天 {now} 单，前七天 {before} 单。',
  'findings.repeat.rate': '{buyers} 位买家里 {repeatBuyers} 位又来买过：复购率 {rate}（{range}）。',
  'findings.repeat.known':
    '{orders} 单里有 {known} 单知道是谁买的；这 {buyers} 位买家里 {repeatBuyers} 位又来买过：复购率 {rate}（{range}）。来聊过的不等于全部买家。',
  'findings.repeat.few': '回头的买家还太少，先不估钱：要 {need} 位，现在有 {have} 位。',
  'findings.repeat.within':
    '头一单后 {days} 天内，{eligible} 位买家里有 {repeaters} 位回来了：{rate}（{range}）。',
  'findings.value.total': '往后 {weeks} 周，现有 {buyers} 位买家大约会消费 {value}（{range}），这是估的。',
  'findings.satisfaction.asked':
    '满意度 {mean} 分（满分 5，{lo}–{hi}），{answered} 个分数；问了 {asked} 位，{rate} 回了。{verdict}',
  'findings.satisfaction.reviews': '满意度 {mean} 分（满分 5，{lo}–{hi}），来自 {answered} 条评价。{verdict}',
  'findings.satisfaction.oneOfSeveral': '看不出明显变化：单看这一条像是变了，可一次看好几样，也可能是碰巧。',
  'findings.satisfaction.one': '目前只有一个分数：{mean} 分。{verdict}',
  'findings.promises.late': '有 {late} 件答应过的事晚了，这周先把它们办了。',
  'findings.promises.kept': '到期的 {settled} 件承诺里，{kept} 件按时兑现：{rate}（{range}）。',
  'findings.goodwill.old': '（其中 {old} 笔已经过了 90 天）',
  'findings.goodwill.owed': '答应了下次优惠还没给的有 {n} 笔，共 {amount}{old}。',
  'findings.goodwill.expected':
    '答应了下次优惠还没给的有 {n} 笔，共 {amount}{old}；估计真正会用掉 {expected}。',
  'findings.promises.outcome':
    '兑现了承诺的买家和没做到的买家，复购不一样：{kept}（{keptN} 人）对 {broken}（{brokenN} 人），相差 {range}。这不能证明谁因谁果。',
  'findings.promises.noOutcome':
    '承诺兑现（{kept}，{keptN} 人）和没做到（{broken}，{brokenN} 人）的买家，复购看不出明显差别；相差 {range}。想看出 10 个百分点的差别，每组大约要 {need} 人。',
  'findings.gifts.return':
    '{days} 天内回来的：收了久等小礼的 {gift}（{giftN} 人），没收的 {none}（{noneN} 人），相差 {range}。这不能证明谁因谁果。',
  'findings.gifts.noReturn':
    '小礼有没有用还看不出来：{days} 天内回来的，收了久等小礼的 {gift}（{giftN} 人），没收的 {none}（{noneN} 人），相差 {range}。想看出 10 个百分点的差别，每组大约要 {need} 人。',
  'findings.complaints.each': '各 {n}',
  'findings.complaints.and': '、',
  'findings.complaints.count': '售后问题 {n} 件，花了 {cost}；最多的是{cause}（{causeN} 件）。',
  'findings.complaints.rate':
    '售后问题 {n} 件，每百单 {rate} 件，花了 {cost}；最多的是{cause}（{causeN} 件）。',
};
