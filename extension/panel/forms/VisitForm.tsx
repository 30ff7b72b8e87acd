import { recordVisit } from '@extension/book/actions/visits';
import { SelectField, TextField } from '@extension/ui/fields';
import { ScoreField } from '@extension/ui/ScoreField';
import { useWords } from '@extension/ui/words';
import { VISIT_STATES } from '@shared/records/visit';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

type State = (typeof VISIT_STATES)[number];
const SCORES = ['overall', 'goods', 'delivery', 'service'] as const;
const read = (score: string) => (score === '' ? null : Number(score));

/** A return visit: three questions and one overall score, all of them optional (J6). */
export function VisitForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const blank = { overall: '', goods: '', delivery: '', service: '' };
  const start = { what: form.prefill.what, state: 'answered', ...blank };
  const { fields, set, drop } = useDraft(form, start);
  const state = fields.state as State;
  const answered = state === 'answered';
  const scored = SCORES.some((name) => fields[name] !== '');
  const score = (name: (typeof SCORES)[number]) => (answered ? read(fields[name]) : null);
  return (
    <FormFrame
      title="panel.act.visit"
      subject={form.subject.name}
      check={() => (answered && !scored && fields.what.trim() === '' ? 'panel.form.visitMissing' : null)}
      save={() =>
        session.run(
          recordVisit(session.book, form.subject.who, {
            what: fields.what.trim(),
            state,
            overall: score('overall'),
            goods: score('goods'),
            delivery: score('delivery'),
            service: score('service'),
            orderNumber: null,
          }),
          { key: 'panel.done.visit' },
        )
      }
      onLeave={(saved) => {
        if (saved) drop();
        onLeave();
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
      {answered && (
        <div class="scores">
          {SCORES.map((name) => (
            <ScoreField
              key={name}
              label={t(`records.visit.score.${name}`)}
              value={fields[name]}
              onValue={(value) => set({ [name]: value })}
            />
          ))}
        </div>
      )}
    </FormFrame>
  );
}
