import './red-lines.css';
import { saveSetting } from '@extension/book/actions/settings';
import type { OpenBook } from '@extension/book/open';
import { HELD_BACK, redLineList } from '@extension/book/reads/red-lines';
import { setting } from '@extension/book/reads/settings';
import { orderPlatform } from '@shared/records/platform';
import { redLinesIn } from '@shared/red-lines/scan';
import { useEffect, useRef } from 'preact/hooks';
import { useMore } from './more';
import { useLive } from './use-live';

interface RedLineHintProps {
  readonly book: OpenBook;
  /** As it will be read. */
  readonly text: string;
  /** The site it goes to; null: any. */
  readonly platform: string | null;
  /** The seller is writing these words now: a hint that made them better is counted. */
  readonly written?: boolean;
}

/** Words that get a shop fined, named with the reason (J8). A hint beside the field; it stops nothing. */
export function RedLineHint({ book, text, platform, written = false }: RedLineHintProps) {
  const { t } = useMore();
  const list = useLive(() => redLineList(book), [book]);
  const lines = list ? redLinesIn(text, { platform: platform && orderPlatform(platform), list }) : [];
  useHeldBack(book, written, lines.length > 0, text);
  if (lines.length === 0) return null;
  return (
    <ul class="red-lines" aria-live="polite">
      {lines.map(({ quote, reason, start }) => (
        <li key={`${start}/${reason}`} class="small near">
          {t('redLine.hint', { quote, why: t(`redLine.${reason}`) })}
        </li>
      ))}
    </ul>
  );
}

/** Counts quietly, when the field goes away, that a sentence which crossed a line was written anew without it. */
function useHeldBack(book: OpenBook, written: boolean, crossing: boolean, text: string): void {
  const now = useRef({ crossed: false, crossing, text });
  now.current = { crossed: now.current.crossed || crossing, crossing, text };
  useEffect(() => {
    if (!written) return;
    return () => {
      const { crossed, crossing: still, text: left } = now.current;
      if (!crossed || still || left.trim() === '') return;
      void setting(book, HELD_BACK, 0).then((count) => saveSetting(book, HELD_BACK, count + 1));
    };
  }, [book, written]);
}
