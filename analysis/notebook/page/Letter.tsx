import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Review } from '../../review';
import { type CellSettings, SECTIONS, type SectionName } from '../cell';
import { cells } from '../cells';
import type { Notebook } from '../state';
import type { Writer } from '../text/writer';
import { type Answered, answer, isMissing } from './answers';
import { Decisions } from './Decisions';
import { Findings } from './Findings';
import { Inputs } from './Inputs';
import { Lists } from './Lists';
import { useLetterDesk } from './letter-desk';
import { Masthead } from './Masthead';
import { NotYet } from './NotYet';
import { People } from './People';
import { PlatformScores } from './PlatformScores';
import { PutAway } from './PutAway';
import { Section } from './Section';
import { Since } from './Since';
import { useParts } from './use-parts';
import { Waits } from './Waits';
import { Wishes } from './Wishes';

interface LetterProps {
  readonly notebook: Notebook;
  readonly review: Review;
  readonly settings: CellSettings;
  readonly writer: Writer;
  /** Called when everything is drawn, figures included. */
  readonly onDrawn: () => void;
}

/** What a section holds besides its cells: lists to work through, numbers of others. */
interface Beside {
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
}

function besides(review: Review, writes: boolean, writer: Writer): Partial<Record<SectionName, Beside>> {
  const { people, platformScores } = review;
  return {
    ...(people ? { people: { before: <People people={people} writer={writer} /> } } : {}),
    ...(platformScores || writes
      ? { satisfaction: { after: <PlatformScores review={review} writer={writer} /> } }
      : {}),
  };
}

/** The weekly review, read from top to bottom: one screen first, then the same order every week. */
export function Letter({ notebook, review, settings, writer, onDrawn }: LetterProps) {
  const { desk } = useLetterDesk();
  const sections = useMemo(
    () =>
      SECTIONS.map((name) => ({
        name,
        answers: cells.filter((cell) => cell.section === name).map((cell) => answer(cell, review, settings)),
      })),
    [review, settings],
  );
  const beside = besides(review, desk?.home.saveScores !== undefined, writer);
  const told = sections.filter(({ name, answers }) => beside[name] || !answers.every(isMissing));
  const untold: readonly Answered[] = sections
    .filter(({ answers }) => answers.every(isMissing))
    .flatMap(({ answers }) => answers);
  // Both change with the review only: progress comes many times a second and must not draw the letter again.
  const { frozen, hashes: read } = notebook.view.peek();
  // Over a week put away stands what that week was made from.
  const hashes = review.inputHashes ?? (frozen ? [] : read);
  const parts = useParts(told.length + 2, review, onDrawn);
  return (
    <article class="letter">
      <div class="letter-body">
        <Masthead review={review} writer={writer} />
        <Findings findings={review.findings} writer={writer} />
        {review.lists && <Lists lists={review.lists} orders={review.orders !== null} writer={writer} />}
        <Decisions review={review} writer={writer} />
        {parts > 1 && (review.week || review.since || desk) && <Since review={review} writer={writer} />}
        {told.slice(0, Math.max(0, parts - 2)).map(({ name, answers }) => (
          <Section
            key={name}
            name={name}
            answers={answers}
            review={review}
            writer={writer}
            {...beside[name]}
          />
        ))}
        {parts >= told.length + 2 && (
          <>
            {review.waits && <Waits waits={review.waits} writer={writer} />}
            {review.wishes && <Wishes wishes={review.wishes} writer={writer} />}
            <NotYet answers={untold} review={review} writer={writer} />
            {desk && <PutAway notebook={notebook} desk={desk} review={review} writer={writer} />}
            <Inputs inputs={review.inputs} hashes={hashes} orders={review.orders} writer={writer} />
            <footer class="foot">{writer.t('notebook.foot')}</footer>
          </>
        )}
      </div>
      <p class="paper-foot">
        {[
          `${writer.t('notebook.title')} ${review.period.isoWeek}`,
          writer.period(review.period.from, review.period.to),
          writer.t('notebook.asOf', { day: writer.day(review.asOf) }),
          review.inputs.map(({ file }) => file).join(', '),
        ].join(' · ')}
      </p>
    </article>
  );
}
