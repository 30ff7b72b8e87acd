import type { Words } from '../words';

export const aftersales: Words<'aftersales'> = {
  'aftersales.title': '售后',
};
