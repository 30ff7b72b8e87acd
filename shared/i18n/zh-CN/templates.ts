import type { Words } from '../words';

export const templates: Words<'templates'> = {
  'templates.title': '快捷短语',
};
