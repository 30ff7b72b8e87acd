import type { Words } from '../words';

export const parcels: Words<'parcels'> = {
  'parcels.title': '包裹和贈品',
};
