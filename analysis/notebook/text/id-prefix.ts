import { createContext } from 'preact';

/** What ids begin with: on a sheet the same cell may stand twice, and no id may. Empty in the letter. */
export const IdPrefix = createContext('');
