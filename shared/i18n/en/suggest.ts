export const suggest = {
  'suggest.region': 'From the chat',
  'suggest.take': 'Record',
  'suggest.look': 'Fill in',
  'suggest.leave': 'No need',
  'suggest.fact': 'About them',
  'suggest.done.sentAs': 'Seen as sent, with your changes; now it counts',
  'suggest.hint.oftenBroken': '“{kind}”: {kept} of the last {n} kept in time. Can you keep this one?',
  'suggest.hint.fullDay': '{day}: already {n} {n:promise|promises} for that day. A later day?',
  'suggest.hint.more': '(+{n})',
} as const;
