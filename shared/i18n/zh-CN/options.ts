import type { Words } from '../words';

export const options: Words<'options'> = {};
