import { useMore } from '@extension/ui/more';
import { LEAD_STAGES } from '@shared/records/lead';
import type { Step } from '@shared/records/step';
import { useDay } from '../buyer/rows';

/** What was said since, oldest first. A line once written stays as it is. */
export function LeadLog({ steps, what }: { readonly steps: readonly Step[]; readonly what: string }) {
  const { t } = useMore();
  const day = useDay();
  if (steps.length === 0) return null;
  const stage = (kind: string) => {
    const known = LEAD_STAGES.find((one) => one === kind);
    return known ? t(`people.lead.stage.${known}`) : kind;
  };
  return (
    <ol class="people-log small" aria-label={t('people.lead.log', { what })}>
      {[...steps]
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map((step) => (
          <li key={step.id}>
            <span class="day">{day(step.at)}</span>{' '}
            <span class="quiet">
              {stage(step.kind)} · {t(`people.lead.channel.${step.channel}`)}
            </span>{' '}
            {step.text}
            {step.effect !== '' && ` → ${step.effect}`}
          </li>
        ))}
    </ol>
  );
}
