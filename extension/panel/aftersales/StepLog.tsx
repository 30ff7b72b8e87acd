import { addStep } from '@extension/book/actions/steps';
import { TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { useMore } from '@extension/ui/more';
import { COMPLAINT_STEPS, HEARING } from '@shared/records/complaint-steps';
import { REPAIR_RESULTS } from '@shared/records/guarantee-rule';
import type { Step } from '@shared/records/step';
import { useState } from 'preact/hooks';
import { useDay } from '../buyer/rows';
import { usePanel } from '../state/context';

interface StepLogProps {
  readonly about: 'complaints' | 'guarantees';
  readonly aboutId: string;
  readonly steps: readonly Step[];
}

/** What was done since, oldest first; a line once written stays as it is. One more is typed below. */
export function StepLog({ about, aboutId, steps }: StepLogProps) {
  const { t } = useMore();
  const { session } = usePanel();
  const day = useDay();
  const [text, setText] = useState('');
  async function add(): Promise<void> {
    const what = text.trim();
    if (what === '') return;
    const step = { about, aboutId, kind: 'other', text: what, channel: 'chat', effect: '' } as const;
    const action = addStep(session.book, step);
    if ((await session.run(action, { key: 'aftersales.done.step', params: { what } })).ok) setText('');
  }
  const words = ({ kind, effect, text: said }: Step) => {
    const known = COMPLAINT_STEPS.find((one) => one === kind);
    const result = REPAIR_RESULTS.find((one) => one === effect);
    // A tick of the hearing says the same in its own words already.
    const told = said !== '' && HEARING.some((part) => part === kind);
    return [
      known && !told && t(`aftersales.step.${known}`),
      kind === 'repair' && t(result ? `aftersales.repair.${result}` : 'aftersales.repair'),
      said,
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <section class="after-part" aria-label={t('aftersales.steps')}>
      <h3>{t('aftersales.steps')}</h3>
      {steps.length > 0 && (
        <ol class="people-log small">
          {[...steps]
            .sort((a, b) => (a.at < b.at ? -1 : 1))
            .map((step) => (
              <li key={step.id}>
                <span class="day">{day(step.at)}</span> {words(step)}{' '}
                <span class="quiet">{step.by === 'owner' ? '' : step.by}</span>
              </li>
            ))}
        </ol>
      )}
      <form class="inline-form" {...formKeys({ save: add })}>
        <TextField
          label={t('aftersales.steps.add')}
          value={text}
          onValue={setText}
          placeholder={t('aftersales.steps.hint')}
        />
        <button type="submit" disabled={text.trim() === ''}>
          {t('common.save')}
        </button>
      </form>
    </section>
  );
}
