import { useMemo } from 'preact/hooks';
import type { Review } from '../../review';
import { type Cell, type CellSettings, missingNeed, type SectionName } from '../cell';
import { sayText, type Writer } from '../text/writer';

interface SectionProps {
  readonly name: SectionName;
  readonly cells: readonly Cell[];
  readonly review: Review;
  readonly settings: CellSettings;
  readonly writer: Writer;
}

/** One section of the letter: its cells in order, each with its definition in the margin. */
export function Section({ name, cells, review, settings, writer }: SectionProps) {
  const answered = useMemo(
    () => withoutRepetition(cells.map((cell) => ({ cell, result: cell.compute(review, settings) }))),
    [cells, review, settings],
  );
  return (
    <section class="section" aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{writer.t(`notebook.section.${name}`)}</h2>
      {answered.map(({ cell, result }) => (
        <CellBlock key={cell.name} cell={cell} result={result} review={review} writer={writer} />
      ))}
    </section>
  );
}

interface Answered {
  readonly cell: Cell;
  readonly result: unknown;
}

/** Questions that wait for the same thing say so once. */
function withoutRepetition(all: readonly Answered[]): readonly Answered[] {
  const advised = new Set<string>();
  return all.filter(({ cell, result }) => {
    if (result !== null) return true;
    const known = advised.has(cell.advice);
    advised.add(cell.advice);
    return !known;
  });
}

type CellBlockProps = Answered & Pick<SectionProps, 'review' | 'writer'>;

function CellBlock({ cell, result, review, writer }: CellBlockProps) {
  const missing = missingNeed(cell, review);
  return (
    <article class="cell" aria-labelledby={`cell-${cell.name}`}>
      <div class="cell-body">
        <h3 id={`cell-${cell.name}`}>{writer.t(cell.question)}</h3>
        {result === null ? (
          <p class="missing">
            {missing !== null && sayText(writer, review[`${missing}Reason`])}
            {writer.gap}
            {writer.t(cell.advice)}
          </p>
        ) : (
          <cell.View result={result} writer={writer} />
        )}
      </div>
      {result !== null && (
        <aside class="margin">
          <p>{writer.t(cell.definition)}</p>
        </aside>
      )}
    </article>
  );
}
