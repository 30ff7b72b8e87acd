import { findingsOf } from '../../findings/findings';
import type { Review } from '../../review';
import { type CellSettings, SECTIONS } from '../cell';
import { cells } from '../cells';
import type { Writer } from '../text/writer';
import { Findings } from './Findings';
import { Inputs } from './Inputs';
import { Masthead } from './Masthead';
import { Section } from './Section';
import { Week } from './Week';

interface LetterProps {
  readonly review: Review;
  readonly settings: CellSettings;
  readonly writer: Writer;
}

/** The weekly review, read from top to bottom: the same order every week. */
export function Letter({ review, settings, writer }: LetterProps) {
  // Findings are rules over numbers: in another language they are said anew, not translated.
  const findings =
    review.lang === undefined || review.lang === writer.lang
      ? review.findings
      : findingsOf(review, writer.lang);
  return (
    <article class="letter">
      <Masthead review={review} writer={writer} />
      <Findings findings={findings} writer={writer} />
      {review.week && <Week week={review.week} writer={writer} />}
      {SECTIONS.map((name) => (
        <Section
          key={name}
          name={name}
          cells={cells.filter((cell) => cell.section === name)}
          review={review}
          settings={settings}
          writer={writer}
        />
      ))}
      <Inputs inputs={review.inputs} writer={writer} />
      <footer class="foot">{writer.t('notebook.foot')}</footer>
    </article>
  );
}
