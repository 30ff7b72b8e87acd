import type { Words } from '../words';

export const finder: Words<'finder'> = {
  'finder.title': '找人办事',
};
