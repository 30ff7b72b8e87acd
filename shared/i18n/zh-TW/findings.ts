import type { Words } from '../words';

export const findings: Words<'findings'> = {
  'findings.points': '{lo} 到 {hi} 個百分點',
  'findings.week.same':
    '訂單沒有明顯變化：這七天 {now} 筆，前七天 {before} 筆。到 {more} 筆以上、或 {fewer} 筆以下，才算真有變化。',
  'findings.week.sameMore':
    '訂單沒有明顯變化：這七天 {now} 筆，前七天 {before} 筆。到 {more} 筆以上才算真有變化。',
  'findings.week.more': '訂單確實變多，不是碰巧：這七天 {now} 筆，前七天 {before} 筆。',
  'findings.week.fewer': '訂單確實變少，不是碰巧：這七天 {now} 筆，前七天 {before} 筆。',
  'findings.repeat.rate': '{buyers} 位買家裡有 {repeatBuyers} 位再次下單：回購率 {rate}（{range}）。',
  'findings.repeat.known':
    '{orders} 筆訂單裡有 {known} 筆知道是誰買的；這 {buyers} 位買家裡有 {repeatBuyers} 位再次下單：回購率 {rate}（{range}）。來聊過的不等於全部買家。',
  'findings.repeat.few': '回購的買家還太少，先不估金額：需要 {need} 位回購買家，目前有 {have} 位。',
  'findings.repeat.within':
    '首購後 {days} 天內，{eligible} 位買家裡有 {repeaters} 位回來：{rate}（{range}）。',
  'findings.value.total': '接下來 {weeks} 週，現有 {buyers} 位買家大約會消費 {value}（{range}），這是估計。',
  'findings.satisfaction.asked':
    '滿意度 {mean} 分（滿分 5，{lo}–{hi}），{answered} 個分數；問了 {asked} 位，{rate} 有回覆。{verdict}',
  'findings.satisfaction.reviews': '滿意度 {mean} 分（滿分 5，{lo}–{hi}），來自 {answered} 則評價。{verdict}',
  'findings.satisfaction.oneOfSeveral': '看不出明顯變化：單看這一條像是變了，但一次看好幾樣，也可能是碰巧。',
  'findings.satisfaction.one': '目前只有一個分數：{mean} 分。{verdict}',
  'findings.promises.late': '有 {late} 件答應過的事逾期了，這週先把它們辦好。',
  'findings.promises.kept': '到期的 {settled} 件承諾裡，{kept} 件準時做到：{rate}（{range}）。',
  'findings.goodwill.old': '（其中 {old} 筆已超過 90 天）',
  'findings.goodwill.owed': '答應了下次優惠還沒給的有 {n} 筆，共 {amount}{old}。',
  'findings.goodwill.expected':
    '答應了下次優惠還沒給的有 {n} 筆，共 {amount}{old}；估計真正會用掉 {expected}。',
  'findings.promises.outcome':
    '承諾有做到和沒做到的買家，回購不同：{kept}（{keptN} 位）對 {broken}（{brokenN} 位），相差 {range}。這不能證明因果。',
  'findings.promises.noOutcome':
    '承諾有做到（{kept}，{keptN} 位）和沒做到（{broken}，{brokenN} 位）的買家，回購看不出明顯差別；相差 {range}。想看出 10 個百分點的差別，每組大約要 {need} 位。',
  'findings.gifts.return':
    '{days} 天內回來的：收到久候小禮的 {gift}（{giftN} 位），沒收到的 {none}（{noneN} 位），相差 {range}。這不能證明因果。',
  'findings.gifts.noReturn':
    '小禮有沒有用還看不出來：{days} 天內回來的，收到久候小禮的 {gift}（{giftN} 位），沒收到的 {none}（{noneN} 位），相差 {range}。想看出 10 個百分點的差別，每組大約要 {need} 位。',
  'findings.complaints.each': '各 {n}',
  'findings.complaints.and': '、',
  'findings.complaints.count': '售後問題 {n} 件，花了 {cost}；最多的是{cause}（{causeN} 件）。',
  'findings.complaints.rate':
    '售後問題 {n} 件，每百筆訂單 {rate} 件，花了 {cost}；最多的是{cause}（{causeN} 件）。',
};
