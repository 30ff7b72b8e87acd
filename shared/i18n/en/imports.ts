/** Why a file or a row was not read, why a row is no purchase, and what to know about a file. */
export const imports = {
  'imports.refusedEmpty': 'There is nothing in this file. Export it again and check that it opens.',
  'imports.refusedTooBig':
    'Unpacked, this file is larger than {limit} MB, more than can be read at once. Export a shorter period, or several files.',
  'imports.refusedBomb':
    'This workbook unpacks to far more than a table could hold and was not opened. Export it again from the platform.',
  'imports.refusedDamaged':
    'This file is damaged: its end or a part of it is missing or changed. Download or copy it again.',
  'imports.refusedLocked':
    'This workbook is locked with a password. Give the password (--password on the command line), or open it in a spreadsheet program, save a copy without password, and give that.',
  'imports.refusedPassword':
    'This password does not open the workbook. Check capitals and digits; platforms often send it by message or show it once at the download.',
  'imports.refusedLockedOtherwise':
    'This workbook is locked in a way that is not read here. Open it in a spreadsheet program, save a copy without password, and give that.',
  'imports.refusedSealed':
    'This backup is encrypted. Give its passphrase (--password on the command line), or save one without passphrase in the settings.',
  'imports.refusedPassphrase':
    'That is not the passphrase of this backup, or the file is damaged. Try again, or take another backup.',
  'imports.refusedLockedZip':
    'This file lies in a zip with a password. Give the password (--password on the command line), or unpack the zip and give the file inside.',
  'imports.refusedZipPassword':
    'This password does not open the zip, or the zip is damaged. Check capitals and digits; platforms show it at the download or send it by message.',
  'imports.refusedNested': 'This is a packed file inside a packed file. Unpack it and give what is inside.',
  'imports.refusedNotATable':
    'This is no table: neither CSV nor a workbook nor a backup. Give the file as the platform exported it.',
  'imports.refusedOtherJson':
    'This JSON file is not a backup of Zhanggui. Give a backup, or an export as CSV or .xlsx.',
  'imports.refusedMojibake':
    "The text in this file was destroyed by a wrong encoding (such as “锟斤拷” or “è®¢å”). It can't be mended: download the file again and give it without opening and saving it.",
  'imports.refusedUnknown':
    'No known export has these columns: {columns}. Say which column is which with --map, for example --map buyer=… --map createdAt=… --map paid=….',
  'imports.refusedUnknownPlain':
    'No known export looks like this, and no header row was found in the first 50 lines. Say the columns by place with --map, for example --map buyer=#1 --map createdAt=#2 --map paid=#3.',
  'imports.refusedSeveral':
    'These columns fit several exports ({formats}). Say which column is which with --map.',
  'imports.refusedMapMissing':
    'There is no column {missing} in this file. Its columns are: {columns}. Correct --map.',
  'imports.refusedMapOrders':
    'The map does not say who bought when. Name at least --map buyer=… and --map createdAt=… (or paidAt).',
  'imports.refusedSheet': 'There is no sheet “{sheet}” in this workbook. Its sheets are: {sheets}.',
  'imports.refusedNoDate':
    'This export has no column with the date of the order, so nothing can be counted by time. Its columns are: {columns}. Export it again with the order date.',
  'imports.refusedDateOrder':
    'Line {line}, column {column}: “{found}” can be read as day/month or month/day. Say which with --date-order dmy or --date-order mdy.',
  'imports.refusedRoundedIds':
    'Line {line}, column {column}: “{found}” is a number a spreadsheet has rounded; its last digits are lost and different orders look alike. Download the export again and give it without opening and saving it.',
  'imports.refusedTwoCurrencies':
    "This file holds amounts in several currencies ({found}), which can't be added. Choose one with --currency, for example --currency {first}.",
  'imports.refusedOtherCurrency':
    "This file is in {found}, the files before it in {other}; they can't be added. Choose one with --currency, or give them apart.",
  'imports.refusedScale':
    'Line {line}, column {column}: “{found}” is above 5, and so are many others. Scores are read from 1 to 5; export them as stars, or give a column that goes from 1 to 5.',
  'imports.refusedQuote':
    'Line {line}: a quotation mark opens here and never closes properly, so everything after it would be one cell. Export the file again, or correct that line.',
  'imports.refusedFreeze':
    'This week put away is damaged or was made by a newer program. Take it from where it was saved again, or leave it out: the letter stands without it.',
  'imports.refusedFreezeAlone':
    "A week put away is there to compare with. Give this week's exports or the book's backup as well.",
  'imports.skipNoBuyer': 'no buyer',
  'imports.skipCancelled': 'cancelled',
  'imports.skipUnpaid': 'not paid',
  'imports.skipRefunded': 'refunded in full',
  'imports.skipQuantity': 'quantity 0 or less',
  'imports.skipPrice': 'price 0 or less',
  'imports.skipCancellationLine': 'line of a cancellation',
  'imports.skipUnknownStatus': 'unknown status without a paid date',
  'imports.skipOtherCurrency': 'in another currency',
  'imports.skipSpam': 'marked as spam',
  'imports.skipNotAnswered': 'no score',
  'imports.skipNoOrder': 'no order number',
  'imports.rowBadDate': 'this is no date we know; write it like 2026-11-22',
  'imports.rowNoDate': 'the date is missing; fill it in',
  'imports.rowBadAmount': 'this is no amount; write it like 1288.00',
  'imports.rowNoAmount': 'the amount is missing; fill it in',
  'imports.rowBadQuantity': 'this is no quantity; write a number',
  'imports.rowBadScore': 'a score goes from 1 to 5',
  'imports.rowBadRecommend': 'an answer to “would you recommend us” is a whole number from 0 to 10',
  'imports.rowBadNumber': 'this is no number that fits here',
  'imports.noteNoBuyerKey':
    "This platform's export does not say who bought. Orders are counted; buyers only where you have linked them.",
  'imports.noteRefundAmountUnknown':
    'Some orders are marked as refunded without an amount. They are counted in full and reported apart.',
  'imports.noteZoneUnknown':
    "The times name no time zone and are taken as your shop's own. Say --tz if they are not.",
  'imports.noteCutTail': 'The end of this file is cut off; what was there is missing.',
  'imports.notePaidRepeated':
    "The amount is the same on all lines of each order: taken as the order's total, once per order.",
  'imports.noteNoAmounts': 'No column tells amounts; only purchases are counted.',
  'imports.noteDuplicateColumn': 'A column stands twice in the header; the first one was read.',
  'imports.noteUnknownStatus':
    'Some status words are not known; those orders count only where a paid date is given.',
  'imports.noteItemsOnly': 'A list of items without dates or buyers: the orders come from the order list.',
  'imports.noteItemsAlone':
    'This is a list of items without dates or buyers, so nothing in it can be counted by itself. Export the order list (订单报表) for the same days too, and give both.',
  'imports.noteCustomersOnly': 'A list of buyers with totals, without single orders: not counted as orders.',
  'imports.stepReading': 'Reading files',
} as const;
