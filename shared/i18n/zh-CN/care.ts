import type { Words } from '../words';

export const care: Words<'care'> = {
  'care.title': '老客往来',
};
