import type { areas, en } from './en';

/** Every key there is; a missing or misspelt one does not compile. */
export type WordKey = keyof typeof en;
/** A whole language. */
export type Dictionary = Readonly<Record<WordKey, string>>;
/** One area of a language: exactly the keys of the English file of the same name. */
export type Words<Area extends keyof typeof areas> = Readonly<Record<keyof (typeof areas)[Area], string>>;
