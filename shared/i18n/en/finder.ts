export const finder = {
  'finder.title': 'Find and do',
} as const;
