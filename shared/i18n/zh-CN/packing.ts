import type { Words } from '../words';

export const packing: Words<'packing'> = {};
