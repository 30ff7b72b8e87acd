import type { Words } from '../words';

export const cli: Words<'cli'> = {
  'cli.help': `用法：npm run analyze -- 文件… [选项]

能读：订单、宝贝、买家、评价的导出表，交易流水，买家汇总表，以及它们的 .gz/.zip，
账本的备份；- 表示从标准输入读。
写出 weekly-review-<周>.html，一个不联网也能打开的网页。

看哪一段
  --as-of 日期            算到哪天为止（默认：数据里的最后一天）
  --from 日期 --to 日期   只看这些天的订单和评价，两头都算
  --tz 时区               店铺的时区，如 Asia/Shanghai
  --currency 代码         表里没写币种时用，如 CNY
  --net                   把能对上的取消单从原订单里扣掉

怎么读表
  --map 字段=列名         每个字段写一次：order buyer createdAt paidAt
                          paid unitPrice quantity refund status item score recommend
                          askedAt answeredAt sheet；#3 是第三列
  --date-order dmy|mdy    03/04/2026 里哪个数是日
  --password 密码         加锁的表格或压缩包、加密的备份

买家值多少
  --unit day|week         模型用的时间单位（默认 week）
  --calibrate-until 日期  拿旧账验一遍时，模型最多看到哪天
  --horizon 39w|90d       往后看多久（默认 52w）
  --models 列表           bgnbd,mbgnbd,pnbd,gg 里选（默认全要）

输出
  --format html|json|md|csv   json、md、csv 写到标准输出
  --out 路径              写到这里；- 表示标准输出
  --rows 路径             把没算进去的每一行列成 CSV，写到这里
  --lang en|zh-CN|zh-TW   语言（默认跟系统）
  --share                 给别人看：遮住名字，不足 5 人的组不列
  --partial               有文件读不了也继续做其余的
  --no-progress           干活时不显示进度
  -h, --help              这一页

例子
  npm run analyze -- 订单.csv 评价.csv
  npm run analyze -- 订单.xlsx --lang zh-CN --horizon 39w
  npm run analyze -- 流水.csv --map order=单号 --map buyer=会员 \\
    --map createdAt=时间 --map unitPrice=单价 --map quantity=数量
  gunzip -c orders.csv.gz | npm run -s analyze -- - --format json

退出码：0 做完，2 用法不对，3 有文件读不了，4 程序内部出错。`,
  'cli.seeHelp': '全部选项和例子：npm run analyze -- --help',
  'cli.unknownOption': '没有 {option} 这个选项。',
  'cli.needsValue': '{option} 后面要写一个值。',
  'cli.noValue': '{option} 后面不用写值，这里写了“{value}”。',
  'cli.noFile': '没给文件：至少写一个导出的表，或者用 - 从标准输入读。',
  'cli.stdinOnce': '标准输入（-）只能读一次。',
  'cli.oneOf': '{option}：“{value}”不对，只能是 {allowed}。',
  'cli.badDay': '{option}：“{value}”不是日期，要写成 2026-11-22。',
  'cli.daysTurned': '{first} {day} 比 {second} {other} 还晚，换一下，或者去掉一个。',
  'cli.badZone': '--tz：没有“{value}”这个时区，要写成 Asia/Shanghai 这样。',
  'cli.badCurrency': '--currency：“{value}”不是币种代码，要写成 CNY、USD 这样。',
  'cli.badHorizon': '--horizon：看不懂“{value}”，按周写 39w，按天写 90d。',
  'cli.badMap': '--map：“{found}”不是“字段=列名”。字段有：{fields}。',
  'cli.unknownField': '--map：没有“{found}”这个字段。字段有：{fields}。',
  'cli.fieldTwice': '--map：字段“{found}”写了两次，留一个。',
  'cli.noSuchFile': '没有这个文件，看看名字和文件夹对不对。',
  'cli.isFolder': '这是个文件夹，请写里面的文件名。',
  'cli.cannotRead': '打不开这个文件（{detail}）。看看有没有权限、是不是正被别的程序占着。',
  'cli.noSuchFolder': '{path} 所在的文件夹不存在。请先建好文件夹，或用 --out 换个地方。',
  'cli.outIsFolder': '{path} 是文件夹；请用 --out 写上里面的文件名。',
  'cli.cannotWrite': '写不了 {path}（{detail}）。用 --out 换个地方。',
  'cli.noTemplate': '周复盘的网页还没生成；请用 npm run analyze 来跑，或者用 --format json',
  'cli.internal': '程序里面出错了：{detail}。什么都没写。请把用的命令一起告诉我们。',
  'cli.cancelled': '停下了，什么都没写。',
  'cli.written': '已写好：{path}',
  'cli.rowsRefused': '{file}：有 {n} 行读不懂，没算进去。',
  'cli.row': '第 {line} 行，{column} 列，写的是“{found}”：{why}',
  'cli.rowsMore': '……还有 {n} 行；用 --rows 路径 能全部列出来。',
  'cli.step.read': '正在读文件',
  'cli.step.measures': '正在数',
  'cli.step.fit': '正在拟合模型',
  'cli.step.backtest': '正在拿旧账验一遍',
  'cli.step.value': '正在估消费',
  'cli.step.other': '正在算：{step}',
  'cli.title': '周复盘 {week}',
  'cli.noFindings': '没有特别要说的。',
  'cli.section.orders': '订单',
  'cli.section.repeat': '回头',
  'cli.section.satisfaction': '满意度',
  'cli.section.promises': '答应过的、赠品、售后',
  'cli.section.value': '消费',
  'cli.section.cohorts': '同月新客',
  'cli.section.inputs': '文件',
  'cli.fact.orders': '订单',
  'cli.fact.revenue': '成交额',
  'cli.fact.buyers': '买家',
  'cli.fact.repeat': '复购率',
  'cli.fact.within': '{days} 天内回来',
  'cli.fact.median': '一半人回来要',
  'cli.fact.mean': '平均分（满分 5）',
  'cli.fact.response': '回复率',
  'cli.fact.trend': '走势',
  'cli.fact.kept': '按时兑现',
  'cli.fact.late': '现在晚了的',
  'cli.fact.goodwill': '答应了还没给的',
  'cli.fact.gifts': '已打包的赠品',
  'cli.fact.complaints': '售后问题',
  'cli.fact.value': '往后 {n} 周（估）',
  'cli.fact.model': '模型',
  'cli.fact.backtest': '拿旧账验一遍',
  'cli.basis.week': '这七天 {now}，前七天 {before}',
  'cli.basis.new': '这七天新来 {now}，前七天 {before}',
  'cli.basis.known': '知道是谁买的：{n} 单',
  'cli.basis.of': '{n} 个里 {k} 个，{range}',
  'cli.basis.notReached': '回来的还不到一半',
  'cli.basis.answers': '{n} 个分数，{range}',
  'cli.basis.asked': '问了 {n} 个',
  'cli.basis.discounts': '{n} 笔优惠',
  'cli.basis.gifts': '打包 {packed} 件，等下单 {waiting} 件',
  'cli.basis.complaints': '{n} 件已了结',
  'cli.days': '{n} 天',
  'cli.col.what': '项目',
  'cli.col.value': '数',
  'cli.col.basis': '依据',
  'cli.col.month': '月份',
  'cli.col.file': '文件',
  'cli.col.format': '格式',
  'cli.col.rows': '行数',
  'cli.col.used': '用上',
  'cli.col.refused': '读不懂',
  'cli.preview.head': '它有这些列，里面是：',
  'cli.preview.sheet': '工作表“{sheet}”有这些列，里面是：',
  'cli.preview.more': '……还有 {n} 列',
  'cli.preview.guess': '猜是这样，用之前请核对：',
  'cli.col.line': '第几行',
  'cli.col.outcome': '结果',
  'cli.col.reason': '原因',
  'cli.col.column': '列',
  'cli.col.found': '写的是',
  'cli.outcome.skipped': '不算购买',
  'cli.outcome.refused': '读不懂',
  'cli.cohortNote':
    '按头一单的月份分，看后面每个月还有几个人来买。* 这个月还没过完。第一行里混着以前的老买家。',
};
