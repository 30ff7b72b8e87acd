import type { Words } from '../words';

export const review: Words<'review'> = {
  'review.none.orders': '這些檔案裡沒有訂單，這一段沒得算。',
  'review.none.summaries': '檔案裡只有整理好的買家彙總，沒有逐筆訂單。',
  'review.none.buyers': '這 {n} 筆訂單都不知道是誰買的：這種匯出檔不提供買家資訊。',
  'review.none.answers': '這段時間沒有回訪過買家，也沒有放評價檔。',
  'review.none.book': '這一段要看聊聊旁邊記的帳本，把帳本的備份檔一起放進來就有了。',
  'review.none.promises': '這段時間沒有記過答應買家的事。',
  'review.none.goodwill': '這段時間沒有答應過下次優惠。',
  'review.none.gifts': '這段時間沒有記過小禮。',
  'review.none.complaints': '這段時間沒有記過售後問題。',
  'review.trend.tooFew': '看趨勢還太早：要有 {need} 週有回訪分數，目前只有 {weeks} 週。',
  'review.trend.up': '在上升：{weeks} 週裡大約多了 {change} 分（p {p}）。',
  'review.trend.down': '在下滑：{weeks} 週裡大約少了 {change} 分（p {p}）。',
  'review.trend.none': '{weeks} 週裡看不出明顯變化。',
  'review.trend.noneNeed':
    '{weeks} 週裡看不出明顯變化；想在這段時間看出 {change} 分的變化，每週大約要 {need} 個回訪分數。',
  'review.signal.above': '{week} 週：{n} 個分數平均 {value}，比平常高（平常最高 {limit}）。',
  'review.signal.below': '{week} 週：{n} 個分數平均 {value}，比平常低（平常最低 {limit}）。',
  'review.signal.run-above': '{week} 週：連續八週都高於平常的 {centre}。',
  'review.signal.run-below': '{week} 週：連續八週都低於平常的 {centre}。',
  'review.signal.share-above':
    '{week} 週：{n} 個分數裡 {value}% 是 4 分或 5 分，比平常多（平常最多 {limit}%）。',
  'review.signal.share-below':
    '{week} 週：{n} 個分數裡 {value}% 是 4 分或 5 分，比平常少（平常最少 {limit}%）。',
};
