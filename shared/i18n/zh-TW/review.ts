import type { Words } from '../words';

export const review: Words<'review'> = {};
