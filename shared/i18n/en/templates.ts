export const templates = {
  'templates.title': 'Words at hand',
} as const;
