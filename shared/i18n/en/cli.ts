/** Words of the command line. */
export const cli = {
  'cli.help': `Usage: npm run analyze -- FILE… [options]

Reads order, item, customer and review exports, transaction lists, customer
summaries, .gz/.zip of them, the book's backup, or - for standard input.
Writes weekly-review-<week>.html, one page that opens without a network.

What to look at
  --as-of DATE            last day known (default: last day in the data)
  --from DATE --to DATE   only orders and answers of these days, inclusive
  --tz ZONE               time zone of the shop, e.g. Asia/Shanghai
  --currency CODE         currency where the files don't say, e.g. CNY
  --net                   take off cancelled orders matched with their order

How to read a file
  --map field=Column      repeat for each field: order buyer createdAt paidAt
                          paid unitPrice quantity refund status item score recommend
                          askedAt answeredAt sheet; #3 is the third column
  --date-order dmy|mdy    which number is the day in 03/04/2026
  --password TEXT         for a locked workbook or zip, or an encrypted backup

Buyers' value
  --unit day|week         time unit of the models (default week)
  --calibrate-until DATE  last day the models may see in the backtest
  --horizon 39w|90d       how far ahead (default 52w)
  --models LIST           of bgnbd,mbgnbd,pnbd,gg (default all)

Output
  --format html|json|md|csv   json, md and csv go to standard output
  --out PATH              write here instead; - is standard output
  --rows PATH             list every row left out here, as CSV
  --lang en|zh-CN|zh-TW   language (default: that of the system)
  --share                 to hand on: names masked, groups under 5 left out
  --partial               go on without the files that are refused
  --no-progress           say nothing while working
  -h, --help              this page

Examples
  npm run analyze -- orders.csv reviews.csv
  npm run analyze -- orders.xlsx --lang zh-CN --horizon 39w
  npm run analyze -- sales.csv --map order=Invoice --map buyer=Customer \\
    --map createdAt=Date --map unitPrice=Price --map quantity=Qty
  gunzip -c orders.csv.gz | npm run -s analyze -- - --format json

Exit: 0 done, 2 wrong usage, 3 a file refused, 4 internal error.`,
  'cli.seeHelp': 'All options with examples: npm run analyze -- --help',
  'cli.unknownOption': 'There is no option {option}.',
  'cli.needsValue': '{option} needs a value after it.',
  'cli.noValue': '{option} takes no value, but "{value}" was given.',
  'cli.noFile': 'No file was given: name at least one export, or - for standard input.',
  'cli.stdinOnce': 'Standard input (-) can be read once only.',
  'cli.oneOf': '{option}: "{value}" is not one of {allowed}.',
  'cli.badDay': '{option}: "{value}" is not a day; write it as 2026-11-22.',
  'cli.daysTurned': '{first} {day} lies after {second} {other}; swap them, or leave one out.',
  'cli.badZone': '--tz: "{value}" is no time zone; write it as Asia/Shanghai or Europe/Berlin.',
  'cli.badCurrency': '--currency: "{value}" is no currency code; write it as CNY or USD.',
  'cli.badHorizon': '--horizon: "{value}" is no length; write weeks as 39w or days as 90d.',
  'cli.badMap': '--map: "{found}" is not field=Column. Fields: {fields}.',
  'cli.unknownField': '--map: there is no field "{found}". Fields: {fields}.',
  'cli.fieldTwice': '--map: the field "{found}" is given twice; keep one.',
  'cli.noSuchFile': 'There is no such file. Check the name and the folder.',
  'cli.isFolder': 'This is a folder; name the files in it.',
  'cli.cannotRead':
    'The file could not be opened ({detail}). Check that you may read it and that no program locks it.',
  'cli.noSuchFolder':
    'There is no folder for {path}. Make the folder first, or choose another place with --out.',
  'cli.outIsFolder': '{path} is a folder; name a file in it with --out.',
  'cli.cannotWrite': 'Could not write {path} ({detail}). Choose another place with --out.',
  'cli.noTemplate':
    'the page of the letter is not built; run it through npm run analyze, or use --format json',
  'cli.internal':
    'Something went wrong inside: {detail}. Nothing was written. Please report it with the command used.',
  'cli.cancelled': 'Stopped. Nothing was written.',
  'cli.written': 'Written: {path}',
  'cli.rowsRefused': '{file}: {n} {n:row|rows} could not be read and {n:is|are} not counted.',
  'cli.row': 'line {line}, column {column}, found "{found}": {why}',
  'cli.rowsMore': '… and {n} more; --rows PATH lists them all.',
  'cli.step.read': 'Reading the files',
  'cli.step.measures': 'Counting',
  'cli.step.fit': 'Fitting the models',
  'cli.step.backtest': 'Checking them on old books',
  'cli.step.value': 'Estimating value',
  'cli.step.other': 'Working: {step}',
  'cli.title': 'Weekly review {week}',
  'cli.noFindings': 'Nothing stands out.',
  'cli.section.orders': 'Orders',
  'cli.section.repeat': 'Coming back',
  'cli.section.satisfaction': 'Satisfaction',
  'cli.section.promises': 'Promises, gifts, complaints',
  'cli.section.value': 'Value',
  'cli.section.cohorts': 'Cohorts',
  'cli.section.inputs': 'Files',
  'cli.fact.orders': 'Orders',
  'cli.fact.revenue': 'Revenue',
  'cli.fact.buyers': 'Buyers',
  'cli.fact.repeat': 'Bought again',
  'cli.fact.within': 'Back within {days} days',
  'cli.fact.median': 'Half are back after',
  'cli.fact.mean': 'Mean score of 5',
  'cli.fact.response': 'Response rate',
  'cli.fact.trend': 'Trend',
  'cli.fact.kept': 'Promises kept on time',
  'cli.fact.late': 'Overdue now',
  'cli.fact.goodwill': 'Promised, not given yet',
  'cli.fact.gifts': 'Gifts packed',
  'cli.fact.complaints': 'Complaints',
  'cli.fact.value': 'Next {n} weeks, estimate',
  'cli.fact.model': 'Model',
  'cli.fact.backtest': 'Checked on old books',
  'cli.basis.week': '7 days: {now}, before: {before}',
  'cli.basis.new': 'new in 7 days: {now}, before: {before}',
  'cli.basis.known': 'known to belong to someone: {n} orders',
  'cli.basis.of': '{k} of {n}, {range}',
  'cli.basis.notReached': 'fewer than half are back so far',
  'cli.basis.answers': '{n} {n:answer|answers}, {range}',
  'cli.basis.asked': '{n} asked',
  'cli.basis.discounts': '{n} {n:discount|discounts}',
  'cli.basis.gifts': '{packed} packed, {waiting} wait for an order',
  'cli.basis.complaints': '{n} closed',
  'cli.days': '{n} {n:day|days}',
  'cli.col.what': 'What',
  'cli.col.value': 'Value',
  'cli.col.basis': 'Stands on',
  'cli.col.month': 'Month',
  'cli.col.file': 'File',
  'cli.col.format': 'Format',
  'cli.col.rows': 'Rows',
  'cli.col.used': 'Used',
  'cli.col.refused': 'Not readable',
  'cli.preview.head': 'Its columns, and what stands in them:',
  'cli.preview.sheet': 'Columns of sheet “{sheet}”, and what stands in them:',
  'cli.preview.more': '… and {n} more {n:column|columns}',
  'cli.preview.guess': 'A guess; look it over before you use it:',
  'cli.col.line': 'Line',
  'cli.col.outcome': 'What became of it',
  'cli.col.reason': 'Why',
  'cli.col.column': 'Column',
  'cli.col.found': 'Found',
  'cli.outcome.skipped': 'no purchase',
  'cli.outcome.refused': 'not readable',
  'cli.cohortNote':
    'Buyers by the month of their first order, and how many bought in later months. * month not over. The first row also holds all older buyers.',
} as const;
