import { DEFAULT_SETTINGS } from '@analysis/notebook/cell';
import { CATALOGUE } from '@analysis/notebook/cells/catalogue';
import { soon } from '@analysis/notebook/figures/queue';
import { makeWriter } from '@analysis/notebook/text/writer';
import type { Review } from '@analysis/review';
import type { Lang } from '@shared/i18n';
import { useEffect, useMemo } from 'preact/hooks';

interface GalleryProps {
  readonly review: Review;
  readonly lang: Lang;
  /** Called when the last picture stands. */
  readonly onDrawn?: () => void;
}

/** Every cell of the catalogue over one review, one below the other. */
export function Gallery({ review, lang, onDrawn }: GalleryProps) {
  const writer = useMemo(() => makeWriter(lang, review.currency), [lang, review]);
  const answers = useMemo(
    () => CATALOGUE.map(({ cell }) => ({ cell, result: cell.compute(review, DEFAULT_SETTINGS) })),
    [review],
  );
  // The cells' own effects come first: by now every picture waits in the line.
  useEffect(() => (onDrawn ? soon(onDrawn) : undefined), [onDrawn]);
  return (
    <article class="letter gallery">
      <h1>{review.period.isoWeek}</h1>
      {answers.map(({ cell, result }) => (
        <article class="cell" id={`gallery-${cell.name}`} key={cell.name} data-told={result !== null}>
          <div class="cell-body">
            <h3>{writer.t(cell.question)}</h3>
            {result === null ? (
              <p class="missing">{cell.advice && writer.t(cell.advice)}</p>
            ) : (
              <cell.View result={result} writer={writer} />
            )}
          </div>
          <aside class="margin">
            <p>{writer.t(cell.definition)}</p>
          </aside>
        </article>
      ))}
    </article>
  );
}
