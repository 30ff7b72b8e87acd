import { useEffect, useState } from 'preact/hooks';
import { DECISIONS, type DecisionBook } from '../decisions';
import type { Writer } from '../text/writer';

interface DecisionsProps {
  readonly week: string;
  /** Null where nothing can be kept: the lines are then for a pen. */
  readonly book: DecisionBook | null;
  readonly writer: Writer;
}

const NUMBERS = Array.from({ length: DECISIONS }, (_, index) => index);

/** Three lines to write what the week's numbers lead to, and last week's to be checked. */
export function Decisions({ week, book, writer }: DecisionsProps) {
  const { t } = writer;
  const [lines, setLines] = useState<readonly string[]>([]);
  const [before, setBefore] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState<boolean | null>(null);
  useEffect(() => {
    let current = true;
    void book?.read(week).then((decided) => {
      if (!current) return;
      setLines(decided.now);
      setBefore(decided.before.filter((line) => line !== ''));
    });
    return () => {
      current = false;
    };
  }, [book, week]);
  const write = async (index: number, text: string) => {
    const next = NUMBERS.map((at) => (at === index ? text.trim() : (lines[at] ?? '')));
    setLines(next);
    setSaved((await book?.save(week, next)) ?? null);
  };
  return (
    <section class="decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t('notebook.decisions')}</h2>
      {before.length > 0 && (
        <div class="decided">
          <h3>{t('notebook.decisions.before')}</h3>
          <ul>
            {before.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <ol>
        {NUMBERS.map((index) => (
          <li key={index}>
            {book === null ? (
              <span class="ruled" />
            ) : (
              <input
                class="ruled"
                type="text"
                maxLength={200}
                aria-label={t('notebook.decisions.line', { n: index + 1 })}
                value={lines[index] ?? ''}
                onChange={(event) => void write(index, event.currentTarget.value)}
              />
            )}
          </li>
        ))}
      </ol>
      {book !== null && (
        <p class="aside" aria-live="polite">
          {saved === null
            ? t('notebook.decisions.hint')
            : t(saved ? 'notebook.decisions.saved' : 'notebook.decisions.notSaved')}
        </p>
      )}
    </section>
  );
}
