/** One buyer's data, requests about it, old files, who may look, and what the product promises. */
export const privacy = {
  'privacy.title': 'Privacy',
  'privacy.one.title': 'One buyer’s data',
  'privacy.one.about':
    'Look somebody up to see what the book holds about them, hand it over as a file or on paper, or erase it.',
  'privacy.one.find': 'Find a buyer',
  'privacy.one.none': 'Nobody is found under that.',
  'privacy.one.other': 'Somebody else',
  'privacy.one.gone': 'This buyer is not in the book.',
  'privacy.one.holds':
    '{n} {n:record|records} in {tables} {tables:place|places}, {lines} {lines:line|lines} of history.',
  'privacy.one.history': 'History',
  'privacy.one.read': 'Read all of it here',
  'privacy.one.save': 'Save as a file',
  'privacy.one.print': 'Print',
  'privacy.one.made': 'Everything the book holds about {name}, {day}',
  'privacy.one.saved': 'Saved as {name}, and written into the log.',
  'privacy.one.erase': 'Erase …',
  'privacy.erase.what': 'Erase everything about {name}?',
  'privacy.erase.how':
    '{n} {n:record|records}, their orders, pictures and history go: from the book, its search and estimates, its journal and the copy kept from before the last restore. Their orders leave the numbers of the review too. What a hash remembers keeps older backups and exports from bringing them back here.',
  'privacy.erase.never': 'It can’t be undone. Until you press the last button nothing has happened.',
  'privacy.erase.left':
    'Not in our reach: backups and files you saved yourself, what you printed or sent, the platform’s own chat and orders. And a disk keeps traces of deleted bytes for a while; only the disk’s own encryption helps against somebody who has the computer.',
  'privacy.erase.type': 'Type the name to confirm',
  'privacy.erase.do': 'Erase for good',
  'privacy.erase.working': 'Erasing …',
  'privacy.erase.done':
    'Erased in {seconds} s: {n} {n:record|records}. The book, its history and its journal hold nothing about them any more.',
  'privacy.erase.later':
    'Erased from the book: {n} {n:record|records}. The journal is being written anew; it is done when this computer had a quiet minute, or at the next start.',
  'privacy.log.title': 'Requests about data',
  'privacy.log.about':
    'Who asked what, when it is due and when it was done. An answer is due within {days} days (GDPR; China’s PIPL says “in time”).',
  'privacy.log.kind': 'What is asked',
  'privacy.log.kind.access': 'To see it',
  'privacy.log.kind.erasure': 'To have it erased',
  'privacy.log.kind.correction': 'To have it put right',
  'privacy.log.kind.retention': 'Old file kept',
  'privacy.log.who': 'Who asks',
  'privacy.log.note': 'Note',
  'privacy.log.on': 'Asked on',
  'privacy.log.add': 'Write it down',
  'privacy.log.wrongDay': 'A day like 2026-11-22, not in the future',
  'privacy.log.erased': '(erased)',
  'privacy.log.due': 'due {day}',
  'privacy.log.late': 'late: was due {day}',
  'privacy.log.doneOn': 'done {day}',
  'privacy.log.records': '{n} {n:record|records}',
  'privacy.log.done': 'Done',
  'privacy.log.look': 'Look',
  'privacy.log.none': 'Nobody has asked.',
  'privacy.log.saved': 'Written down, due {day}',
  'privacy.log.settled': 'Written down as done',
  'privacy.old.title': 'Old files',
  'privacy.old.about':
    'Of whom nothing was heard for longer than this. Nothing is erased by itself; you decide, one by one.',
  'privacy.old.buyers': 'Buyers: months',
  'privacy.old.leads': 'Asked and never bought: months',
  'privacy.old.months': '0 for never',
  'privacy.old.wrong': 'A number of months, 0 to 240',
  'privacy.old.none': 'No file is that old.',
  'privacy.old.last': 'last heard of {day}',
  'privacy.old.leadOnly': 'never bought',
  'privacy.old.keep': 'Keep',
  'privacy.old.kept': 'Kept: {name}',
  'privacy.old.more': '{n} more',
  'privacy.guest.title': 'Somebody is looking over your shoulder',
  'privacy.guest.switch': 'Mask names on every page',
  'privacy.guest.about':
    'Names show as their first letter and stars until you switch it off; phones and addresses are masked until clicked in any case. The words you wrote yourself and the chat page beside stay as they are.',
  'privacy.promise.title': 'What Zhanggui promises',
  'privacy.promise.local':
    'Everything stays on this computer. The content policy of the extension forbids every connection; switch the network off and it works just the same.',
  'privacy.promise.read':
    'In a chat you follow it reads the buyer’s name and number, order numbers, waiting times and the conversation, on that site and no other, and only after you allowed it.',
  'privacy.promise.never':
    'It never clicks, never sends, never asks the platform for anything, and puts nothing of its own into the page. It fills the reply box when you press a key; you send.',
  'privacy.promise.kept':
    '“Saved” means on the disk, in two places. A crash loses nothing that was said to be saved.',
  'privacy.promise.yours': 'Your book is yours: a documented file you can read, move and erase.',
  'privacy.weak.title': 'What it can’t do',
  'privacy.weak.disk':
    'The book on this disk is not encrypted. Who can use this computer as you can read it: lock the screen, encrypt the disk.',
  'privacy.weak.malware': 'A program or another extension that runs with your rights can see what you see.',
  'privacy.weak.backup':
    'A backup without a passphrase can be read by whoever finds it; one with a weak passphrase can be guessed.',
  'privacy.weak.traces': 'Deleted bytes stay on a disk for a while.',
  'privacy.weak.page':
    'A platform may change its page; then names may be read wrong until the description of the site is mended. The panel shows whom it believes to see.',
  'privacy.weak.suggest': 'Estimates are estimates, and suggestions read words, not minds.',
} as const;
