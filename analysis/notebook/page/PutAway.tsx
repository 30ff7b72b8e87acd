import { useState } from 'preact/hooks';
import type { Review } from '../../review';
import type { Desk } from '../freeze/desk';
import type { Notebook } from '../state';
import { writeAim } from '../text/aim';
import type { Writer } from '../text/writer';
import { Note } from './Note';

interface PutAwayProps {
  readonly notebook: Notebook;
  readonly desk: Desk;
  readonly review: Review;
  readonly writer: Writer;
}

/** The end of the ten minutes: what was decided, a last note, and the week is put away. */
export function PutAway({ notebook, desk, review, writer }: PutAwayProps) {
  const { t } = writer;
  const [said, setSaid] = useState<'done' | 'failed' | null>(null);
  const { isoWeek } = review.period;
  const decided = desk.work.value.decisions.filter(({ text }) => text !== '');
  const put = async () => {
    const done = await desk.freeze(review, notebook.view.value.hashes, Date.now());
    setSaid(done ? 'done' : 'failed');
  };
  return (
    <section class="section put-away" aria-labelledby="section-write">
      <h2 id="section-write">{t('weekly.write')}</h2>
      {decided.length === 0 ? (
        <p class="aside">
          <a href="#decisions-title">{t('weekly.write.none')}</a>
        </p>
      ) : (
        <ol class="decided-now">
          {decided.map(({ text, aim, was }) => (
            <li key={text}>
              {text}{' '}
              {aim !== null && (
                <span class="when">
                  {t(`weekly.aim.${aim}`)} {writeAim(writer, aim, was)}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <Note section="write" title={t('weekly.write')} writer={writer} />
      <p class="acts">
        <button
          type="button"
          class="primary"
          disabled={notebook.view.value.working !== null}
          onClick={() => void put()}
        >
          {t('weekly.freeze', { week: isoWeek })}
        </button>{' '}
        <span class="when" role="status">
          {said === null ? t('weekly.freeze.hint') : t(`weekly.freeze.${said}`)}
        </span>
      </p>
      <PutAwayWeeks notebook={notebook} desk={desk} writer={writer} />
    </section>
  );
}

/** The weeks put away, each to be opened again as it was. */
function PutAwayWeeks({ notebook, desk, writer }: Omit<PutAwayProps, 'review'>) {
  const { t } = writer;
  const weeks = desk.frozen.value;
  if (weeks.length === 0) return null;
  const open = async (key: string) => {
    const frozen = await desk.home.openFrozen(key);
    if (frozen) notebook.look(frozen);
  };
  return (
    <details class="numbers" open={weeks.length <= 4}>
      <summary>{t('weekly.frozenWeeks', { n: weeks.length })}</summary>
      <ul class="frozen-weeks">
        {weeks.map(({ key, week, takenAt }) => (
          <li key={key}>
            <button type="button" onClick={() => void open(key)}>
              {t('weekly.openWeek', { week })}
            </button>{' '}
            <span class="when">{t('weekly.takenOn', { day: writer.day(takenAt.slice(0, 10)) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
