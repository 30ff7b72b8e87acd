import type { Words } from '../words';

export const background: Words<'background'> = {};
