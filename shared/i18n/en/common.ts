/** Words used on every page. */
export const common = {
  'common.name': 'Zhanggui',
  'common.undo': 'Undo',
  'common.save': 'Save',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.nameless': '(no name)',
} as const;
