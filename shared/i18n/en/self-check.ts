/** What is found on a followed page, and its skeleton to give away. */
export const selfCheck = {
  'selfCheck.title': 'What is found on this page',
  'selfCheck.notFound': 'not found',
  'selfCheck.found': 'found',
  'selfCheck.rows': '{n} {n:conversation|conversations}',
  'selfCheck.messages': '{n} {n:message|messages}',
  'selfCheck.waiting': '{n} waiting',
  'selfCheck.byPlace': '(by where it stands and what it says)',
  'selfCheck.byDescription': '(by the description of the site, way {nth})',
  'selfCheck.about':
    'This stays on your computer. To have the description of the site mended, copy the skeleton of the page: tags and counts, no names, no words of any message.',
  'selfCheck.copy': 'Copy the skeleton of the page',
  'selfCheck.copied':
    'Copied: {n} lines, without any words of the page. Look it over before you give it away.',
  'selfCheck.noAnswer': 'The page does not answer. Reload it and press again.',
  'selfCheck.notCopied':
    'The browser did not let the text onto the clipboard. Click into the panel and press again.',
} as const;
