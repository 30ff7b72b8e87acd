import type { Review } from '../../review';
import { missingNeed, type SectionName } from '../cell';
import { sayText, type Writer } from '../text/writer';
import { type Answered, withoutRepetition } from './answers';

interface SectionProps {
  readonly name: SectionName;
  readonly answers: readonly Answered[];
  readonly review: Review;
  readonly writer: Writer;
}

/** One section of the letter: its cells in order, each with its definition in the margin. */
export function Section({ name, answers, review, writer }: SectionProps) {
  return (
    <section class="section" aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{writer.t(`notebook.section.${name}`)}</h2>
      {withoutRepetition(answers).map(({ cell, result }) => (
        <CellBlock key={cell.name} cell={cell} result={result} review={review} writer={writer} />
      ))}
    </section>
  );
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
            {cell.advice !== null && writer.t(cell.advice)}
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
