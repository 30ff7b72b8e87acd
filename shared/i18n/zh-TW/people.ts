import type { Words } from '../words';

export const people: Words<'people'> = {
  'people.title': '買家和 TA 身邊的人',
};
