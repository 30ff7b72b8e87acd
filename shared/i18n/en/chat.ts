/** Words about the followed page. The ten statuses are fixed: other people look for them by name. */
export const chat = {
  'chat.status.not-chat': 'Not a chat page',
  'chat.status.connecting': 'Connecting',
  'chat.status.connected': 'Connected',
  'chat.status.no-conversation': 'No conversation open',
  'chat.status.sign-in': 'Sign in',
  'chat.status.partly': 'Partly available',
  'chat.status.teach': 'Teach me',
  'chat.status.unsure': 'Not sure who',
  'chat.status.changed': 'Page changed',
  'chat.status.needs-permission': 'Needs permission',
  'chat.fill.no-box':
    'The reply box was not found on this page. The text is copied: click into the box and press Ctrl+V.',
  'chat.fill.changed':
    'Another buyer or a new message came in between, so nothing was filled in. Look at the chat and press again.',
  'chat.fill.has-draft':
    'There is unfinished text in the reply box. Add behind it, put in its place, or copy only.',
  'chat.fill.not-verified':
    'The text did not arrive in the reply box as it should. Check the box; the text is copied too, Ctrl+V pastes it.',
  'chat.fill.no-page': 'The chat page does not answer. Reload the page; the text is copied for Ctrl+V.',
  'chat.field.ready': 'the chat',
  'chat.field.list': 'the list of conversations',
  'chat.field.name': "the buyer's name",
  'chat.field.key': "the buyer's id",
  'chat.field.messages': 'the messages',
  'chat.field.composer': 'the reply box',
  'chat.field.wait': 'the waiting time',
  'chat.missing': 'Not found on this page: {fields}. Everything else works.',
  'chat.evidence': 'By public evidence of {seen}, not checked on a live shop.',
  'chat.site.tooBig':
    'The file has {size} KB; a site has at most 64 KB. Nothing was imported. Choose the file of the site alone.',
  'chat.site.notJson': 'The file is not JSON, so nothing was imported. Choose a site file ending in .json.',
  'chat.site.none':
    'There is no site in the file, so nothing was imported. A site has an id, a label and matches.',
  'chat.site.newer':
    'The file is of version {schema}; this program reads version 1. Nothing was imported. Update the extension, or save the file in version 1.',
  'chat.site.badMatch':
    'Site {site}: the address at {place} is not allowed, nothing was imported. Use https with one named host, such as https://chat.example.com/*, or http on localhost.',
  'chat.site.badField':
    'Site {site}: {place} can’t be read, nothing was imported. Correct that entry in the file and import it again.',
  'chat.site.imported': '{n} {n:site|sites} imported: {sites}.',
  'chat.site.ignored': 'Left out, because this version does not know them: {keys}.',
  'chat.changed':
    'The page was rebuilt since it was last read. What can still be told by place and words is shown; look at the name before you write something down.',
  'chat.another': 'Follow a page that is not listed',
  'chat.another.about':
    'Where the page is not known, the buyer, the list and the reply box are looked for by where they stand and what they say. What is not plain stays unknown.',
  'chat.another.address': 'Address of the chat page',
  'chat.another.add': 'Follow this address',
  'chat.another.bad':
    '{address} is no address that can be followed. Copy it from the browser’s address bar; it begins with https://.',
  'chat.check': 'Check this page',
} as const;
