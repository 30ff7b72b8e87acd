import type { Words } from '../words';

export const desk: Words<'desk'> = {
  'desk.title': '今天的柜台',
};
