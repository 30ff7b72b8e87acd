import { useMemo } from 'preact/hooks';
import type { Review } from '../../review';
import { type CellSettings, SECTIONS } from '../cell';
import { cells } from '../cells';
import type { DecisionBook } from '../decisions';
import type { Writer } from '../text/writer';
import { type Answered, answer, isMissing } from './answers';
import { Decisions } from './Decisions';
import { Findings } from './Findings';
import { Inputs } from './Inputs';
import { Lists } from './Lists';
import { Masthead } from './Masthead';
import { NotYet } from './NotYet';
import { Section } from './Section';
import { useParts } from './use-parts';
import { Week } from './Week';

interface LetterProps {
  readonly review: Review;
  readonly settings: CellSettings;
  readonly writer: Writer;
  readonly decisions: DecisionBook | null;
  /** Called when everything is drawn, figures included. */
  readonly onDrawn: () => void;
}

/** The weekly review, read from top to bottom: one screen first, then the same order every week. */
export function Letter({ review, settings, writer, decisions, onDrawn }: LetterProps) {
  const sections = useMemo(
    () =>
      SECTIONS.map((name) => ({
        name,
        answers: cells.filter((cell) => cell.section === name).map((cell) => answer(cell, review, settings)),
      })),
    [review, settings],
  );
  const told = sections.filter(({ answers }) => !answers.every(isMissing));
  const untold: readonly Answered[] = sections
    .filter(({ answers }) => answers.every(isMissing))
    .flatMap(({ answers }) => answers);
  const parts = useParts(told.length + 2, review, onDrawn);
  return (
    <article class="letter">
      <Masthead review={review} writer={writer} />
      <Findings findings={review.findings} writer={writer} />
      {review.lists && <Lists lists={review.lists} orders={review.orders !== null} writer={writer} />}
      <Decisions week={review.period.isoWeek} book={decisions} writer={writer} />
      {parts > 1 && review.week && <Week week={review.week} writer={writer} />}
      {told.slice(0, Math.max(0, parts - 2)).map(({ name, answers }) => (
        <Section key={name} name={name} answers={answers} review={review} writer={writer} />
      ))}
      {parts >= told.length + 2 && (
        <>
          <NotYet answers={untold} review={review} writer={writer} />
          <Inputs inputs={review.inputs} orders={review.orders} writer={writer} />
          <footer class="foot">{writer.t('notebook.foot')}</footer>
        </>
      )}
    </article>
  );
}
