import { recordLead } from '@extension/book/actions/leads';
import { products } from '@extension/book/reads/products';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { callOf } from '@shared/text/template';
import { FormFrame } from '../forms/FormFrame';
import type { FormProps } from '../forms/more-forms';
import { useDraft } from '../forms/use-draft';
import { usePanel } from '../state/context';
import type { Line } from '../state/session';
import { LeadFields } from './LeadFields';
import { checkLead, NO_LEAD, readLead } from './lead-text';

/** Somebody asked and did not buy (P2): the wish is kept, the farewell stays courteous (J18). */
export function LeadForm({ form, onLeave }: FormProps) {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const today = session.today.value;
  const { what, amount, due } = form.prefill;
  const { fields, set, drop } = useDraft(form, { ...NO_LEAD, what, amount, due });
  const cards = useLive(() => products(book), [book]) ?? [];
  const record = (line: Line) =>
    session.run(recordLead(book, form.subject.who, readLead(fields, today, settings.currency, cards)), line);
  function leaveSaved(): void {
    drop();
    onLeave();
  }
  const farewell = () => t('people.say.farewell', { call: callOf(form.subject.name, t('panel.say.call')) });
  return (
    <FormFrame
      title="panel.act.lead"
      subject={form.subject.name}
      check={() => checkLead(fields, today, settings.currency)}
      save={() => record({ key: 'people.done.lead' })}
      fillLabel="people.lead.farewell"
      fill={() =>
        session.fill(farewell(), async (line) => {
          const filled = line.key === 'panel.fill.done' ? ({ key: 'people.done.leadFilled' } as const) : line;
          if ((await record(filled)).ok) leaveSaved();
        })
      }
      onLeave={(saved) => (saved ? leaveSaved() : onLeave())}
    >
      <LeadFields text={fields} products={cards} onText={set} />
    </FormFrame>
  );
}
