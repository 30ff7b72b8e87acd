import type { Words } from '../words';

export const imports: Words<'imports'> = {
  'imports.refusedEmpty': '这个文件是空的。请重新导出，先打开看看有没有内容。',
  'imports.refusedTooBig': '这个文件解压后超过 {limit} MB，一次读不下。请缩短导出的时间段，或分成几个文件。',
  'imports.refusedBomb': '这个表格解压后大得不正常，没有打开。请从平台重新导出。',
  'imports.refusedDamaged': '文件坏了：末尾或中间缺了一块，或被改动过。请重新下载或复制。',
  'imports.refusedLocked':
    '这个表格有密码。请给出密码（命令行用 --password），或先用表格软件打开，另存一份不带密码的再给。',
  'imports.refusedPassword':
    '密码不对，打不开这个表格。请核对大小写和数字；密码一般在平台的消息里，或下载时显示过一次。',
  'imports.refusedLockedOtherwise': '这个表格的加密方式读不了。请先用表格软件打开，另存一份不带密码的再给。',
  'imports.refusedSealed':
    '这个备份有口令。请给出口令（命令行用 --password），或在设置里另存一份不设口令的。',
  'imports.refusedPassphrase': '口令不对，或者文件坏了。再试一次，或换一个备份。',
  'imports.refusedLockedZip':
    '这个文件在带密码的压缩包里。请给出密码（命令行用 --password），或先解压，再导入里面的文件。',
  'imports.refusedZipPassword':
    '这个密码打不开压缩包，或者压缩包坏了。请检查大小写和数字；密码一般在下载时显示，或由平台发消息告知。',
  'imports.refusedNested': '压缩包里又套了压缩包。请先解压，再导入里面的文件。',
  'imports.refusedNotATable': '这不是表格：既不是 CSV，也不是 xlsx，也不是备份。请直接用平台导出的文件。',
  'imports.refusedOtherJson': '这个 JSON 不是掌柜的备份。请用备份文件，或导出的 CSV、.xlsx。',
  'imports.refusedMojibake':
    '文件里的文字因为编码不对已经变成乱码（如“锟斤拷”），没法还原。请重新下载，不要打开另存，直接导入。',
  'imports.refusedUnknown':
    '认不出这是哪个平台的导出，表里的列有：{columns}。请用 --map 说明哪列是什么，如 --map buyer=… --map createdAt=… --map paid=…。',
  'imports.refusedUnknownPlain':
    '认不出这是哪个平台的导出，前 50 行里也没找到表头。请用 --map 按第几列说明，如 --map buyer=#1 --map createdAt=#2 --map paid=#3。',
  'imports.refusedSeveral': '这些列同时像几种导出（{formats}）。请用 --map 说明哪列是什么。',
  'imports.refusedMapMissing': '这个文件里没有“{missing}”这一列。有的列是：{columns}。请改一下 --map。',
  'imports.refusedMapOrders':
    '--map 没说清谁在什么时候买的。至少写 --map buyer=… 和 --map createdAt=…（或 paidAt）。',
  'imports.refusedSheet': '这个表格里没有“{sheet}”工作表。有的工作表是：{sheets}。',
  'imports.refusedNoDate':
    '这份导出没有下单时间这一列，没法按时间统计。有的列是：{columns}。请勾上下单时间重新导出。',
  'imports.refusedDateOrder':
    '第 {line} 行“{column}”：“{found}”可以是日/月，也可以是月/日。请用 --date-order dmy 或 --date-order mdy 说明。',
  'imports.refusedRoundedIds':
    '第 {line} 行“{column}”：“{found}”被表格软件变成了科学计数，后几位已经丢了，不同订单会混在一起。请重新下载，不要打开另存，直接导入。',
  'imports.refusedTwoCurrencies':
    '这个文件里有几种货币（{found}），不能相加。请用 --currency 选一种，如 --currency {first}。',
  'imports.refusedOtherCurrency':
    '这个文件是 {found}，前面的文件是 {other}，不能相加。请用 --currency 选一种，或分开分析。',
  'imports.refusedScale':
    '第 {line} 行“{column}”列：“{found}”大于 5，别的也有不少。这里只读 1 到 5 分；请按星级导出，或换一列 1 到 5 分的。',
  'imports.refusedQuote':
    '第 {line} 行：这里的引号没有正常收尾，后面的内容会全挤进一格。请重新导出，或改好这一行。',
  'imports.refusedFreeze':
    '这份存档的周复盘坏了，或者是更新的版本存的。请从原来的地方再拿一次；不加它也能复盘。',
  'imports.refusedFreezeAlone': '存档的周复盘是拿来比的。把这周导出的表或者账本备份也一起给。',
  'imports.skipNoBuyer': '没有买家',
  'imports.skipCancelled': '已取消',
  'imports.skipUnpaid': '没付款',
  'imports.skipRefunded': '全额退款',
  'imports.skipQuantity': '数量不大于 0',
  'imports.skipPrice': '价格不大于 0',
  'imports.skipCancellationLine': '取消单的明细行',
  'imports.skipUnknownStatus': '状态不认识，也没有付款时间',
  'imports.skipOtherCurrency': '别的货币',
  'imports.skipSpam': '标为垃圾评价',
  'imports.skipNotAnswered': '没打分',
  'imports.skipNoOrder': '没有订单号',
  'imports.rowBadDate': '认不出的日期；请写成 2026-11-22 这样',
  'imports.rowNoDate': '缺日期；请补上',
  'imports.rowBadAmount': '认不出的金额；请写成 1288.00 这样',
  'imports.rowNoAmount': '缺金额；请补上',
  'imports.rowBadQuantity': '认不出的数量；请写数字',
  'imports.rowBadScore': '打分只能是 1 到 5',
  'imports.rowBadRecommend': '“会不会推荐”要填 0 到 10 的整数',
  'imports.rowBadNumber': '这里的数字不对',
  'imports.noteNoBuyerKey': '这个平台的导出不写买家是谁。订单照算，买家只算您对上号的。',
  'imports.noteRefundAmountUnknown': '有些订单标了退款却没写金额：按原价计入，另外列出。',
  'imports.noteZoneUnknown': '时间没写时区，按店铺当地时间算。不对的话请加 --tz。',
  'imports.noteCutTail': '文件末尾被截断，后面的内容缺了。',
  'imports.notePaidRepeated': '同一订单每行金额都一样：当作整单金额，每单只算一次。',
  'imports.noteNoAmounts': '没有金额列，只统计购买次数。',
  'imports.noteDuplicateColumn': '表头里有重名的列，读的是第一列。',
  'imports.noteUnknownStatus': '有些订单状态不认识，有付款时间的才计入。',
  'imports.noteItemsOnly': '宝贝明细没有日期和买家：订单以订单报表为准。',
  'imports.noteItemsAlone':
    '这是宝贝明细，没有日期和买家，单独算不出什么。请把同一时段的“订单报表”也导出来，两个一起给。',
  'imports.noteCustomersOnly': '这是买家汇总表，没有逐笔订单，不计入订单。',
  'imports.stepReading': '正在读文件',
};
