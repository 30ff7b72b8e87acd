import type { Words } from '../words';

export const records: Words<'records'> = {};
