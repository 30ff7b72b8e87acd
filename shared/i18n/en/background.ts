/** The desktop notification and the badge. */
export const background = {
  'background.notify.title': 'Promises to keep',
  'background.notify.late': '{n} {n:promise is|promises are} late',
  'background.notify.due': '{n} {n:promise is|promises are} due today',
  'background.notify.for': 'For {names}',
  'background.notify.more': '{names} and {n} more',
  'background.badge.title': '{name}: {n} due or late',
  'background.badge.backup': '{title} · the newest backup is {n} {n:day|days} behind',
} as const;
