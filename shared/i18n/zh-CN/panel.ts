import type { Words } from '../words';

export const panel: Words<'panel'> = {};
