import type { ComponentChildren } from 'preact';
import type { Review } from '../../review';
import { missingNeed, type SectionName } from '../cell';
import { sayText, type Writer } from '../text/writer';
import { type Answered, isMissing, withoutRepetition } from './answers';
import { Note } from './Note';
import { RowsBehind } from './RowsBehind';
import { RowsPlace } from './RowsPlace';

interface SectionProps {
  readonly name: SectionName;
  readonly answers: readonly Answered[];
  readonly review: Review;
  readonly writer: Writer;
  /** What stands before and after the cells. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** One section of the letter: its cells in order, each with its definition in the margin. */
export function Section({ name, answers, review, writer, before, after }: SectionProps) {
  const title = writer.t(`notebook.section.${name}`);
  // Where something else is told, a question without an answer waits for the end of the letter.
  const shown = answers.every(isMissing) && (before || after) ? [] : withoutRepetition(answers);
  return (
    <section class="section" aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{title}</h2>
      {before}
      {shown.map(({ cell, result }) => (
        <CellBlock key={cell.name} cell={cell} result={result} review={review} writer={writer} />
      ))}
      {after}
      <RowsBehind section={name} writer={writer} />
      <Note section={name} title={title} writer={writer} />
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
          <RowsPlace writer={writer}>
            <cell.View result={result} writer={writer} />
          </RowsPlace>
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
