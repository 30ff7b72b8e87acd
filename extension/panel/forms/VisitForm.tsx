import { recordVisit } from '@extension/book/actions/visits';
import { SelectField, TextField } from '@extension/ui/fields';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { ScoreField } from '@extension/ui/ScoreField';
import { badScores, VISIT_SCORES, VISIT_STATES } from '@shared/records/visit';
import { useState } from 'preact/hooks';
import { draftComplaint } from '../buyer/quick-visit';
import { sayVisit } from '../care/say';
import { VisitMore } from '../care/VisitMore';
import { usePanel } from '../state/context';
import type { Line, OpenForm } from '../state/session';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';
import { BLANK_VISIT, FIRST_SCORES, moreTyped, NO_SCORES, readVisit } from './visit-typed';

type State = (typeof VISIT_STATES)[number];

/**
 * A return visit: three questions and one overall score, the whole sheet behind `more`, all of it optional (J6).
 * A button asks the buyer first. A bad score opens a complaint in the buyer's words.
 */
export function VisitForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { subject } = form;
  const { fields, set, drop } = useDraft(form, { ...BLANK_VISIT, what: form.prefill.what });
  const [more, setMore] = useState(() => moreTyped(fields));
  const state = fields.state as State;
  const answered = state === 'answered';
  const visit = readVisit(fields);
  const said = VISIT_SCORES.some((name) => fields[name] !== '') || moreTyped(fields);
  const bad = visit && answered ? badScores({ ...NO_SCORES, ...visit }) : [];
  const complaint = () =>
    [
      t('care.visit.bad', {
        scores: bad.map((name) => `${t(`records.visit.score.${name}`)} ${fields[name]}`).join(', '),
      }),
      visit?.what ?? '',
    ]
      .filter((part) => part !== '')
      .join('\n');
  const record = (line: Line, changes: Partial<NonNullable<typeof visit>> = {}) =>
    session.run(
      recordVisit(session.book, subject.who, {
        ...(visit ?? readVisit(BLANK_VISIT)!),
        ...changes,
        orderNumber: null,
      }),
      line,
    );
  /** "How was it?" goes into the reply box; the visit is asked from then on. */
  const ask = () =>
    session.fill(sayVisit({ name: subject.name, lang, t }), async (line) => {
      const unanswered = { ...readVisit({ ...BLANK_VISIT, what: fields.what })!, state: 'asked' as const };
      if ((await record(line, unanswered)).ok) leaveSaved();
    });
  function leaveSaved(): void {
    drop();
    onLeave();
  }
  return (
    <FormFrame
      title="panel.act.visit"
      subject={subject.name}
      check={() => {
        if (!visit) return 'care.visit.recommendWrong';
        return answered && !said && visit.what === '' ? 'panel.form.visitMissing' : null;
      }}
      save={() => record({ key: 'panel.done.visit' })}
      onLeave={(saved) => {
        if (!saved) return onLeave();
        if (bad.length === 0) return leaveSaved();
        // While this form is open its buyer is the one shown, whatever the chat does meanwhile.
        drop();
        draftComplaint(session, complaint());
      }}
    >
      <TextField
        label={t('panel.form.what')}
        value={fields.what}
        onValue={(what) => set({ what })}
        placeholder={t('panel.form.visitHint')}
        multiline
        autofocus
      />
      <SelectField
        label={t('panel.form.kind')}
        value={state}
        options={VISIT_STATES.map((value) => ({ value, label: t(`records.visit.state.${value}`) }))}
        onValue={(value) => set({ state: value })}
      />
      {state !== 'no-answer' && (
        <div>
          <button type="button" onClick={() => void ask()}>
            <Icon name="fill" /> {t('care.visit.askNow')}
          </button>
        </div>
      )}
      {answered && (
        <>
          <div class="scores">
            {FIRST_SCORES.map((name) => (
              <ScoreField
                key={name}
                label={t(`records.visit.score.${name}`)}
                value={fields[name]}
                onValue={(value) => set({ [name]: value })}
              />
            ))}
          </div>
          {more ? (
            <VisitMore fields={fields} set={set} />
          ) : (
            <button type="button" class="plain" onClick={() => setMore(true)}>
              {t('panel.act.more')}
            </button>
          )}
        </>
      )}
    </FormFrame>
  );
}
