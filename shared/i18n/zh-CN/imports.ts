import type { Words } from '../words';

export const imports: Words<'imports'> = {};
