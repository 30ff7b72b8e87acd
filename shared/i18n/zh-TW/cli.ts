import type { Words } from '../words';

export const cli: Words<'cli'> = {
  'cli.help': `用法：npm run analyze -- 檔案… [選項]

可讀：訂單、商品、買家、評價的匯出檔，交易明細，買家彙總表，以及它們的 .gz/.zip，
帳本的備份；- 表示從標準輸入讀取。
寫出 weekly-review-<週>.html，一個不必連網就能開啟的網頁。

看哪一段
  --as-of 日期            算到哪天為止（預設：資料裡的最後一天）
  --from 日期 --to 日期   只看這些天的訂單和評價，頭尾都算
  --tz 時區               賣場的時區，如 Asia/Taipei
  --currency 代碼         檔案沒寫幣別時使用，如 TWD
  --net                   把對得上的取消單從原訂單扣掉

怎麼讀檔
  --map 欄位=欄名         每個欄位寫一次：order buyer createdAt paidAt
                          paid unitPrice quantity refund status item score recommend
                          askedAt answeredAt sheet；#3 是第三欄
  --date-order dmy|mdy    03/04/2026 裡哪個數字是日
  --password 密碼         上鎖的試算表或壓縮檔、加密的備份

買家價值
  --unit day|week         模型的時間單位（預設 week）
  --calibrate-until 日期  用舊帳驗證時，模型最多看到哪天
  --horizon 39w|90d       往後看多久（預設 52w）
  --models 清單           bgnbd,mbgnbd,pnbd,gg 裡挑（預設全部）

輸出
  --format html|json|md|csv   json、md、csv 寫到標準輸出
  --out 路徑              改寫到這裡；- 表示標準輸出
  --rows 路徑             把沒計入的每一列列成 CSV，寫到這裡
  --lang en|zh-CN|zh-TW   語言（預設跟隨系統）
  --share                 給別人看：遮住名字，不足 5 人的群組不列
  --partial               有檔案讀不了也繼續處理其餘的
  --no-progress           處理時不顯示進度
  -h, --help              這一頁

範例
  npm run analyze -- 訂單.csv 評價.csv
  npm run analyze -- 訂單.xlsx --lang zh-TW --horizon 39w
  npm run analyze -- 明細.csv --map order=單號 --map buyer=會員 \\
    --map createdAt=時間 --map unitPrice=單價 --map quantity=數量
  gunzip -c orders.csv.gz | npm run -s analyze -- - --format json

結束碼：0 完成，2 用法不對，3 有檔案讀不了，4 程式內部錯誤。`,
  'cli.seeHelp': '全部選項和範例：npm run analyze -- --help',
  'cli.unknownOption': '沒有 {option} 這個選項。',
  'cli.needsValue': '{option} 後面要寫一個值。',
  'cli.noValue': '{option} 後面不必寫值，這裡寫了「{value}」。',
  'cli.noFile': '沒有給檔案：至少寫一個匯出檔，或用 - 從標準輸入讀取。',
  'cli.stdinOnce': '標準輸入（-）只能讀一次。',
  'cli.oneOf': '{option}：「{value}」不對，只能是 {allowed}。',
  'cli.badDay': '{option}：「{value}」不是日期，要寫成 2026-11-22。',
  'cli.daysTurned': '{first} {day} 比 {second} {other} 還晚，請對調，或省略其中一個。',
  'cli.badZone': '--tz：沒有「{value}」這個時區，要寫成 Asia/Taipei 這樣。',
  'cli.badCurrency': '--currency：「{value}」不是幣別代碼，要寫成 TWD、USD 這樣。',
  'cli.badHorizon': '--horizon：看不懂「{value}」，按週寫 39w，按天寫 90d。',
  'cli.badMap': '--map：「{found}」不是「欄位=欄名」。欄位有：{fields}。',
  'cli.unknownField': '--map：沒有「{found}」這個欄位。欄位有：{fields}。',
  'cli.fieldTwice': '--map：欄位「{found}」寫了兩次，請留一個。',
  'cli.noSuchFile': '沒有這個檔案，請看看檔名和資料夾對不對。',
  'cli.isFolder': '這是資料夾，請寫裡面的檔名。',
  'cli.cannotRead': '打不開這個檔案（{detail}）。請看看有沒有權限、是不是被其他程式占用。',
  'cli.noSuchFolder': '{path} 所在的資料夾不存在。請先建好資料夾，或用 --out 換個位置。',
  'cli.outIsFolder': '{path} 是資料夾；請用 --out 寫上裡面的檔名。',
  'cli.cannotWrite': '寫不進 {path}（{detail}）。請用 --out 換個位置。',
  'cli.noTemplate': '週檢視的網頁還沒建好；請用 npm run analyze 執行，或用 --format json',
  'cli.internal': '程式內部出錯：{detail}。什麼都沒寫。請連同使用的指令一起告訴我們。',
  'cli.cancelled': '已停止，什麼都沒寫。',
  'cli.written': '已寫好：{path}',
  'cli.rowsRefused': '{file}：有 {n} 列讀不懂，沒有計入。',
  'cli.row': '第 {line} 列，「{column}」欄，內容是「{found}」：{why}',
  'cli.rowsMore': '……還有 {n} 列；用 --rows 路徑 可全部列出。',
  'cli.step.read': '正在讀檔案',
  'cli.step.measures': '正在計數',
  'cli.step.fit': '正在配適模型',
  'cli.step.backtest': '正在用舊帳驗證',
  'cli.step.value': '正在估計消費',
  'cli.step.other': '處理中：{step}',
  'cli.title': '週檢視 {week}',
  'cli.noFindings': '沒有特別要說的。',
  'cli.section.orders': '訂單',
  'cli.section.repeat': '回購',
  'cli.section.satisfaction': '滿意度',
  'cli.section.promises': '答應過的、小禮、售後',
  'cli.section.value': '消費',
  'cli.section.cohorts': '同月新買家',
  'cli.section.inputs': '檔案',
  'cli.fact.orders': '訂單',
  'cli.fact.revenue': '營業額',
  'cli.fact.buyers': '買家',
  'cli.fact.repeat': '回購率',
  'cli.fact.within': '{days} 天內回購',
  'cli.fact.median': '一半的人回來要',
  'cli.fact.mean': '平均分（滿分 5）',
  'cli.fact.response': '回覆率',
  'cli.fact.trend': '趨勢',
  'cli.fact.kept': '準時做到',
  'cli.fact.late': '目前逾期',
  'cli.fact.goodwill': '答應了還沒給的',
  'cli.fact.gifts': '已打包的小禮',
  'cli.fact.complaints': '售後問題',
  'cli.fact.value': '接下來 {n} 週（估）',
  'cli.fact.model': '模型',
  'cli.fact.backtest': '用舊帳驗證',
  'cli.basis.week': '這七天 {now}，前七天 {before}',
  'cli.basis.new': '這七天新買家 {now}，前七天 {before}',
  'cli.basis.known': '知道是誰買的：{n} 筆',
  'cli.basis.of': '{n} 位裡 {k} 位，{range}',
  'cli.basis.notReached': '回來的還不到一半',
  'cli.basis.answers': '{n} 個分數，{range}',
  'cli.basis.asked': '問了 {n} 位',
  'cli.basis.discounts': '{n} 筆優惠',
  'cli.basis.gifts': '打包 {packed} 件，等下單 {waiting} 件',
  'cli.basis.complaints': '{n} 件已結案',
  'cli.days': '{n} 天',
  'cli.col.what': '項目',
  'cli.col.value': '數值',
  'cli.col.basis': '依據',
  'cli.col.month': '月份',
  'cli.col.file': '檔案',
  'cli.col.format': '格式',
  'cli.col.rows': '列數',
  'cli.col.used': '採用',
  'cli.col.refused': '讀不懂',
  'cli.preview.head': '它有這些欄位，內容是：',
  'cli.preview.sheet': '工作表「{sheet}」有這些欄位，內容是：',
  'cli.preview.more': '……還有 {n} 個欄位',
  'cli.preview.guess': '推測如下，使用前請核對：',
  'cli.col.line': '第幾列',
  'cli.col.outcome': '結果',
  'cli.col.reason': '原因',
  'cli.col.column': '欄位',
  'cli.col.found': '內容',
  'cli.outcome.skipped': '不算購買',
  'cli.outcome.refused': '讀不懂',
  'cli.cohortNote': '依首購月份分組，看之後每個月還有幾位來買。* 這個月還沒過完。第一列混有更早的老買家。',
};
