import { type UsedWords, usedWords } from '@extension/book/reads/used-words';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/context';

/** Words used in profiles before, looked up once somebody begins to write; until then, and for no kind, none. */
export function useOffered(
  kind: keyof UsedWords | undefined,
  wanted: boolean,
): readonly string[] | undefined {
  const { session } = usePanel();
  const [words, setWords] = useState<UsedWords>();
  useEffect(() => {
    if (!wanted || kind === undefined) return;
    let here = true;
    void usedWords(session.book).then((found) => here && setWords(found));
    return () => {
      here = false;
    };
  }, [session.book, kind, wanted]);
  return kind && words?.[kind];
}
