import type { Words } from '../words';

export const people: Words<'people'> = {
  'people.title': '买家和 TA 身边的人',
};
