import { AIMS, DECISIONS, NO_RESOLUTION } from '@shared/records/week-work';
import { aimValue } from '../../findings/since/aims';
import type { Review } from '../../review';
import type { Desk } from '../freeze/desk';
import { writeAim } from '../text/aim';
import type { Writer } from '../text/writer';
import { useLetterDesk } from './letter-desk';
import { useDraft } from './use-draft';

interface DecisionsProps {
  readonly review: Review;
  readonly writer: Writer;
}

const NUMBERS = Array.from({ length: DECISIONS }, (_, index) => index);

/** Three lines to write what the week's numbers lead to, each with the number it aims at. */
export function Decisions({ review, writer }: DecisionsProps) {
  const { t } = writer;
  const { desk, kept } = useLetterDesk();
  return (
    <section class="decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{t('notebook.decisions')}</h2>
      <ol>
        {NUMBERS.map((index) => (
          <li key={index}>
            {desk ? (
              <Line index={index} desk={desk} review={review} writer={writer} />
            ) : (
              <span class="ruled">{kept?.decisions[index]?.text}</span>
            )}
          </li>
        ))}
      </ol>
      {desk && (
        <p class="aside" aria-live="polite">
          {desk.saved.value === null
            ? t('notebook.decisions.hint')
            : t(desk.saved.value ? 'notebook.decisions.saved' : 'notebook.decisions.notSaved')}
        </p>
      )}
    </section>
  );
}

interface LineProps extends DecisionsProps {
  readonly index: number;
  readonly desk: Desk;
}

function Line({ index, desk, review, writer }: LineProps) {
  const { t } = writer;
  const { text, aim } = desk.work.value.decisions[index] ?? NO_RESOLUTION;
  const draft = useDraft(text);
  const offered = AIMS.filter((one) => one === aim || aimValue(review, one) !== null);
  return (
    <>
      <input
        class="ruled"
        type="text"
        maxLength={200}
        aria-label={t('notebook.decisions.line', { n: index + 1 })}
        value={draft.value}
        onInput={(event) => draft.type(event.currentTarget.value)}
        onChange={(event) => {
          void desk.decide(index, { text: event.currentTarget.value.trim() }).then(draft.done);
        }}
      />
      {text !== '' && (
        <select
          class="aim"
          aria-label={t('weekly.aimOf', { n: index + 1 })}
          value={aim ?? ''}
          onChange={(event) => {
            const chosen = AIMS.find((one) => one === event.currentTarget.value) ?? null;
            const was = chosen === null ? null : aimValue(review, chosen);
            void desk.decide(index, { aim: chosen, was });
          }}
        >
          <option value="">{t('weekly.aim.none')}</option>
          {offered.map((one) => (
            <option value={one} key={one}>
              {t(`weekly.aim.${one}`)} {writeAim(writer, one, aimValue(review, one))}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
