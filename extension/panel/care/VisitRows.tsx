import './care.css';
import { dropVisit, visitUnanswered } from '@extension/book/actions/visits';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import { reallyHappy } from '@shared/records/referral-chain';
import { badScores, VISIT_SCORES, type Visit, visitMoment } from '@shared/records/visit';
import { useState } from 'preact/hooks';
import type { MoreSectionProps } from '../buyer/more-sections';
import { newest, Row, Rows, useDay } from '../buyer/rows';
import { NOTHING } from '../forms/prefill';
import { usePanel } from '../state/context';
import { MessageForm } from './MessageForm';
import { sayReferral, sayVisit } from './say';

/** Return visits (P13): what was answered, what still waits for an answer or is to be asked. */
export function VisitRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  return (
    <>
      <Happy view={view} />
      <Rows empty={t('panel.empty.visits')}>
        {newest(view.visits, visitMoment).map((visit) => (
          <VisitRow key={visit.id} visit={visit} view={view} />
        ))}
      </Rows>
    </>
  );
}

function VisitRow({ visit, view }: { readonly visit: Visit } & Pick<MoreSectionProps, 'view'>) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const day = useDay();
  const [asking, setAsking] = useState(false);
  const { id, state, overall, planned } = visit;
  const scores = VISIT_SCORES.filter((name) => name !== 'overall' && visit[name] !== null).map(
    (name) => `${t(`records.visit.score.${name}`)} ${visit[name]}`,
  );
  const said = [
    visit.what || (overall === null && scores.length === 0 ? t(`records.visit.state.${state}`) : null),
    ...scores,
    visit.recommend === null ? null : t('care.visit.recommended', { n: visit.recommend }),
    visit.suggestions || null,
  ].filter((part) => part !== null && part !== '');
  return (
    <Row
      day={day(visit.answeredAt ?? visit.askedAt) || (planned === null ? '' : shortDay(planned, today))}
      what={said.join(' · ') || t('records.visit.score.overall')}
      state={overall === null ? t(`records.visit.state.${state}`) : t('panel.visit.score', { n: overall })}
      tone={state === 'answered' && badScores(visit).length > 0 ? 'late' : ''}
    >
      {(state === 'planned' || state === 'asked') && !asking && (
        <span class="acts">
          {state === 'planned' && (
            <button type="button" class="plain" onClick={() => setAsking(true)}>
              {t('care.visit.ask')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => session.openForm('visit', NOTHING)}>
            {t('care.visit.answered')}
          </button>
          {state === 'asked' ? (
            <button
              type="button"
              class="plain"
              onClick={() => void session.run(visitUnanswered(book, id), { key: 'care.done.unanswered' })}
            >
              {t('records.visit.state.no-answer')}
            </button>
          ) : (
            <button
              type="button"
              class="plain"
              onClick={() => void session.run(dropVisit(book, id), { key: 'care.done.notAsked' })}
            >
              {t('care.letGo')}
            </button>
          )}
        </span>
      )}
      {asking && (
        <MessageForm
          buyer={view.buyer}
          about={{ dueOn: today, reason: 'visit', aboutId: id }}
          text={sayVisit({ name: view.buyer.name, lang, t })}
          templates={['visit']}
          onLeave={() => setAsking(false)}
        />
      )}
    </Row>
  );
}

/** Under what the asking for a friend is remembered, so that it is suggested once. */
function askedAbout(buyerId: string): string {
  return `referral:${buyerId}`;
}

/** One quiet line, and only for the really happy who brought nobody yet (P17): may we ask them to tell a friend? */
function Happy({ view }: Pick<MoreSectionProps, 'view'>) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const today = session.today.value;
  const [saying, setSaying] = useState(false);
  const { buyer, referrals, messages } = view;
  const about = askedAbout(buyer.id);
  const asked =
    referrals.some(({ state }) => state !== 'released') ||
    messages.some(({ aboutId, state }) => aboutId === about && state !== 'released');
  if (asked || !buyer.mayBeWritten || !reallyHappy(view, today)) return null;
  return saying ? (
    <MessageForm
      buyer={buyer}
      about={{ dueOn: today, reason: 'care', aboutId: about }}
      text={sayReferral({ name: buyer.name, lang, t })}
      onLeave={() => setSaying(false)}
    />
  ) : (
    <p class="quiet small care-happy">
      {t('care.referral.happy')}{' '}
      <button type="button" class="plain" onClick={() => setSaying(true)}>
        {t('care.referral.ask')}
      </button>
    </p>
  );
}
