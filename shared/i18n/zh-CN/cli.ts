import type { Words } from '../words';

export const cli: Words<'cli'> = {};
