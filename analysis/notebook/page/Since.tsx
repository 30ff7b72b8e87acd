import { AIMED } from '../../findings/since/aims';
import type { SinceDecision, SinceLast, SinceNumber } from '../../findings/since/since';
import type { Review } from '../../review';
import { ticked } from '../freeze/desk';
import { writeAim } from '../text/aim';
import type { Writer } from '../text/writer';
import { DataTable } from './DataTable';
import { Forecast } from './Forecast';
import { useLetterDesk } from './letter-desk';
import { Note } from './Note';
import { RowsBehind } from './RowsBehind';
import { rowsNumber } from './RowsNumber';
import { RowsPlace } from './RowsPlace';
import { Week } from './Week';

interface SinceProps {
  readonly review: Review;
  readonly writer: Writer;
}

/** What became of the week before: its decisions, the numbers beside each other, the forecast. */
export function Since({ review: as, writer }: SinceProps) {
  const { t } = writer;
  const { desk } = useLetterDesk();
  const review = desk ? ticked(as, desk.ticks.value) : as;
  const { since } = review;
  return (
    <section class="section since" aria-labelledby="section-since">
      <h2 id="section-since">{t('weekly.since')}</h2>
      {since ? (
        <>
          <p class="aside">
            {since.frozenAt === null
              ? t('weekly.since.written', { week: since.week })
              : t('weekly.since.frozen', { week: since.week, day: writer.day(since.frozenAt.slice(0, 10)) })}
          </p>
          <Decided since={since} writer={writer} />
          <Numbers numbers={since.numbers} writer={writer} />
        </>
      ) : (
        <p class="aside">{t(desk ? 'weekly.since.first' : 'weekly.since.none')}</p>
      )}
      {review.week && <Week week={review.week} writer={writer} />}
      <Forecast review={review} writer={writer} />
      <RowsBehind section="since" writer={writer} />
      <Note section="since" title={t('weekly.since')} writer={writer} />
    </section>
  );
}

function Decided({ since, writer }: { readonly since: SinceLast; readonly writer: Writer }) {
  const { t } = writer;
  if (since.decisions.length === 0) return <p>{t('weekly.since.noDecisions')}</p>;
  return (
    <div class="decided">
      <h3>{t('notebook.decisions.before')}</h3>
      <ul>
        {since.decisions.map((one) => (
          <Decision key={one.text} one={one} since={since} writer={writer} />
        ))}
      </ul>
    </div>
  );
}

interface DecisionProps {
  readonly one: SinceDecision;
  readonly since: SinceLast;
  readonly writer: Writer;
}

function Decision({ one, since, writer }: DecisionProps) {
  const { t } = writer;
  const { desk } = useLetterDesk();
  const { text, aim, was, now, done } = one;
  return (
    <li>
      {desk ? (
        <label>
          <input
            type="checkbox"
            checked={done === true}
            onChange={(event) => void desk.tick(since, text, event.currentTarget.checked)}
          />{' '}
          {text}
        </label>
      ) : (
        text
      )}{' '}
      <span class={done ? 'when kept' : 'when'}>
        {done === null ? t('weekly.notSaid') : t(done ? 'weekly.done' : 'weekly.notDone')}
      </span>
      {aim !== null && (
        <span class="when">
          {t('weekly.aimed', {
            number: t(`weekly.aim.${aim}`),
            was: writeAim(writer, aim, was),
            now: writeAim(writer, aim, now),
          })}
        </span>
      )}
    </li>
  );
}

function Numbers({ numbers, writer }: { readonly numbers: readonly SinceNumber[]; readonly writer: Writer }) {
  const { t } = writer;
  if (numbers.length === 0) return null;
  return (
    <details class="numbers">
      <summary>{t('weekly.numbers')}</summary>
      <RowsPlace writer={writer}>
        <DataTable
          id="since-table"
          caption={t('weekly.numbers')}
          table={{
            head: [t('notebook.item'), t('weekly.then'), t('weekly.now')],
            rows: numbers.map(({ aim, was, now }) => [
              t(`weekly.aim.${aim}`),
              writeAim(writer, aim, was),
              rowsNumber(AIMED[aim].rows, writeAim(writer, aim, now), t(`weekly.aim.${aim}`)),
            ]),
          }}
        />
      </RowsPlace>
      <p class="aside">{t('weekly.numbersNote')}</p>
    </details>
  );
}
