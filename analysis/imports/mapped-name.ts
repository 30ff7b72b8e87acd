/** Name of files read by the owner's own column names. */
export const MAPPED = 'mapped';
