import type { OpenBook } from '../open';

/** Words the shop has used in profiles before, the most used first: offered again, so that one thing keeps one name. */
export interface UsedWords {
  readonly grades: readonly string[];
  readonly sources: readonly string[];
  readonly areas: readonly string[];
  readonly tags: readonly string[];
  /** Names of the shop's own fields. */
  readonly fields: readonly string[];
}

/** Identifiers are hashes, so the first so many of them are as good as a draw from all. */
const LOOKED_AT = 20_000;
const OFFERED = 30;

/** What profiles say already. */
export async function usedWords({ db }: OpenBook): Promise<UsedWords> {
  const buyers = await db.buyers.limit(LOOKED_AT).toArray();
  const living = buyers.filter((buyer) => !buyer.deleted && buyer.mergedInto === null);
  const ranked = (words: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, OFFERED)
      .map(([word]) => word);
  };
  return {
    grades: ranked(living.map(({ grade }) => grade)),
    sources: ranked(living.map(({ source }) => source)),
    areas: ranked(living.map(({ area }) => area)),
    tags: ranked(living.flatMap(({ tags }) => tags)),
    fields: ranked(living.flatMap(({ custom }) => custom.map(({ name }) => name))),
  };
}
