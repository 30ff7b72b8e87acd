/** How the book is kept: what the owner is told of it, in one sentence. */
export const durable = {
  'durable.news.rebuilt':
    'The database on this computer was gone or damaged. The book was rebuilt from its journal: {n} {n:record|records}, none missing.',
  'durable.news.part':
    'The database on this computer was gone or damaged, and a part of the journal too: {n} {n:record|records} could be rebuilt. Compare with your last backup under Settings → Backup.',
  'durable.news.older':
    'The book on this computer has gone back to an older state: at least {n} {n:entry is|entries are} missing. If you have a newer backup, restore it under Settings → Backup.',
  'durable.news.gone':
    'There was a book here with {n} {n:entry|entries}, and nothing of it is left on this computer. Restore your last backup under Settings → Backup.',
  'durable.news.one-place':
    'This window gives no place for the journal (is it a private window?): the book is kept in one place only. Save backups often.',
  'durable.news.after-all':
    'The disk was slow: what was said not to be saved is in the book after all. Look at the newest entry before you write it again.',
  'durable.rebuilding':
    'The database was gone or damaged. Rebuilding the book from its journal: {n} {n:entry|entries} so far …',
  'durable.moved': 'The book was rebuilt from its journal. Copy what you have typed here, then reload.',
  'durable.reload': 'Reload',
  'durable.read': 'Got it',
  'durable.lock.locked': 'Locked. Type the screen password',
  'durable.lock.open': 'Open',
  'durable.lock.wrong':
    'That is not the screen password. The recovery code of your backups opens it as well.',
  'durable.lock.honest': 'Everything is saved as it was. The lock hides the screen and no more.',
} as const;
