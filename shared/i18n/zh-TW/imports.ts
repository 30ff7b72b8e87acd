import type { Words } from '../words';

export const imports: Words<'imports'> = {
  'imports.refusedEmpty': '這個檔案是空的。請重新匯出，先開啟確認有沒有內容。',
  'imports.refusedTooBig': '這個檔案解壓縮後超過 {limit} MB，一次讀不完。請縮短匯出期間，或分成幾個檔案。',
  'imports.refusedBomb': '這個試算表解壓縮後大得不正常，沒有開啟。請從平台重新匯出。',
  'imports.refusedDamaged': '檔案損壞：結尾或中間缺了一段，或被更動過。請重新下載或複製。',
  'imports.refusedLocked':
    '這個試算表有密碼。請給密碼（命令列用 --password），或先用試算表軟體打開，另存一份不含密碼的再給。',
  'imports.refusedPassword':
    '密碼不對，打不開這個試算表。請核對大小寫和數字；密碼多半在平台的訊息裡，或下載時顯示過一次。',
  'imports.refusedLockedOtherwise':
    '這個試算表的加密方式讀不了。請先用試算表軟體打開，另存一份不含密碼的再給。',
  'imports.refusedSealed':
    '這個備份有密語。請給出密語（命令列用 --password），或在設定裡另存一份不設密語的。',
  'imports.refusedPassphrase': '密語不對，或者檔案壞了。再試一次，或換一個備份。',
  'imports.refusedLockedZip':
    '這個檔案在有密碼的壓縮檔裡。請給密碼（命令列用 --password），或先解壓縮，再匯入裡面的檔案。',
  'imports.refusedZipPassword':
    '這個密碼打不開壓縮檔，或者壓縮檔已損毀。請檢查大小寫與數字；密碼通常在下載時顯示，或由平台以訊息告知。',
  'imports.refusedNested': '壓縮檔裡又有壓縮檔。請先解壓縮，再匯入裡面的檔案。',
  'imports.refusedNotATable': '這不是表格：不是 CSV、不是 xlsx，也不是備份。請直接使用平台匯出的檔案。',
  'imports.refusedOtherJson': '這個 JSON 不是掌櫃的備份。請使用備份檔，或匯出的 CSV、.xlsx。',
  'imports.refusedMojibake':
    '檔案裡的文字因為編碼錯誤已成亂碼（例如「锟斤拷」），無法還原。請重新下載，不要開啟另存，直接匯入。',
  'imports.refusedUnknown':
    '看不出這是哪個平台的匯出檔，欄位有：{columns}。請用 --map 說明哪一欄是什麼，例如 --map buyer=… --map createdAt=… --map paid=…。',
  'imports.refusedUnknownPlain':
    '看不出這是哪個平台的匯出檔，前 50 行也找不到標題列。請用 --map 依第幾欄說明，例如 --map buyer=#1 --map createdAt=#2 --map paid=#3。',
  'imports.refusedSeveral': '這些欄位同時符合幾種匯出檔（{formats}）。請用 --map 說明哪一欄是什麼。',
  'imports.refusedMapMissing': '這個檔案沒有「{missing}」這一欄。有的欄位是：{columns}。請修改 --map。',
  'imports.refusedMapOrders':
    '--map 沒說清楚誰在什麼時候買的。至少要寫 --map buyer=… 和 --map createdAt=…（或 paidAt）。',
  'imports.refusedSheet': '這個試算表沒有「{sheet}」工作表。有的工作表是：{sheets}。',
  'imports.refusedNoDate':
    '這份匯出檔沒有訂單日期欄，無法依時間統計。有的欄位是：{columns}。請勾選訂單日期重新匯出。',
  'imports.refusedDateOrder':
    '第 {line} 行「{column}」：「{found}」可以是日/月，也可以是月/日。請用 --date-order dmy 或 --date-order mdy 說明。',
  'imports.refusedRoundedIds':
    '第 {line} 行「{column}」：「{found}」被試算表軟體變成科學記號，後幾位數字已遺失，不同訂單會混在一起。請重新下載，不要開啟另存，直接匯入。',
  'imports.refusedTwoCurrencies':
    '這個檔案有幾種幣別（{found}），不能相加。請用 --currency 選一種，例如 --currency {first}。',
  'imports.refusedOtherCurrency':
    '這個檔案是 {found}，前面的檔案是 {other}，不能相加。請用 --currency 選一種，或分開分析。',
  'imports.refusedScale':
    '第 {line} 列「{column}」欄：「{found}」大於 5，其他也有不少。這裡只讀 1 到 5 分；請以星級匯出，或改用 1 到 5 分的欄位。',
  'imports.refusedQuote':
    '第 {line} 行：這裡的引號沒有正常結束，後面的內容會全擠進同一格。請重新匯出，或修正這一行。',
  'imports.refusedFreeze': '這份存檔的週回顧壞了，或是較新的版本存的。請從原處再取一次；不加它也能回顧。',
  'imports.refusedFreezeAlone': '存檔的週回顧是拿來比的。把這週匯出的表或帳本備份也一起給。',
  'imports.skipNoBuyer': '沒有買家',
  'imports.skipCancelled': '已取消',
  'imports.skipUnpaid': '未付款',
  'imports.skipRefunded': '全額退款',
  'imports.skipQuantity': '數量不大於 0',
  'imports.skipPrice': '價格不大於 0',
  'imports.skipCancellationLine': '取消單的明細',
  'imports.skipUnknownStatus': '看不懂的狀態，也沒有付款時間',
  'imports.skipOtherCurrency': '其他幣別',
  'imports.skipSpam': '標示為垃圾評論',
  'imports.skipNotAnswered': '沒有評分',
  'imports.skipNoOrder': '沒有訂單編號',
  'imports.rowBadDate': '看不懂的日期；請寫成 2026-11-22 這樣',
  'imports.rowNoDate': '缺日期；請補上',
  'imports.rowBadAmount': '看不懂的金額；請寫成 1288.00 這樣',
  'imports.rowNoAmount': '缺金額；請補上',
  'imports.rowBadQuantity': '看不懂的數量；請寫數字',
  'imports.rowBadScore': '評分只能是 1 到 5',
  'imports.rowBadRecommend': '「會不會推薦」要填 0 到 10 的整數',
  'imports.rowBadNumber': '這裡的數字不對',
  'imports.noteNoBuyerKey': '這個平台的匯出檔不寫買家是誰。訂單照算，買家只算您對應過的。',
  'imports.noteRefundAmountUnknown': '有些訂單標示退款卻沒寫金額：以原價計入，另外列出。',
  'imports.noteZoneUnknown': '時間沒寫時區，視為商店當地時間。不對的話請加 --tz。',
  'imports.noteCutTail': '檔案結尾被截斷，後面的內容缺了。',
  'imports.notePaidRepeated': '同一訂單每行金額都相同：視為整筆訂單金額，每筆只算一次。',
  'imports.noteNoAmounts': '沒有金額欄，只統計購買次數。',
  'imports.noteDuplicateColumn': '標題列有重複的欄位，讀的是第一欄。',
  'imports.noteUnknownStatus': '有些訂單狀態看不懂，有付款時間的才計入。',
  'imports.noteItemsOnly': '商品明細沒有日期和買家：訂單以訂單報表為準。',
  'imports.noteItemsAlone':
    '這是商品明細，沒有日期和買家，單獨算不出什麼。請把同期間的訂單報表也匯出，兩個一起給。',
  'imports.noteCustomersOnly': '這是買家彙總表，沒有逐筆訂單，不計入訂單。',
  'imports.stepReading': '正在讀取檔案',
};
