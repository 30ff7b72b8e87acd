import { acknowledgeComplaint } from '@extension/book/actions/complaints';
import { addStep } from '@extension/book/actions/steps';
import { useMore } from '@extension/ui/more';
import type { Complaint } from '@shared/records/complaint';
import { HEARING, heard, type Hearing as Part } from '@shared/records/complaint-steps';
import type { Step } from '@shared/records/step';
import { usePanel } from '../state/context';

/** A calm list, in its order: the buyer has finished before anything is explained. A tick is a step with its time. */
export function Hearing({
  complaint,
  steps,
}: {
  readonly complaint: Complaint;
  readonly steps: readonly Step[];
}) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const { id, state } = complaint;
  const done = new Set(heard(complaint, steps));
  const tick = (part: Part) => {
    const what = t(`aftersales.hearing.${part}`);
    if (part === 'acknowledged') {
      void session.run(acknowledgeComplaint(book, id), {
        key: 'panel.done.acknowledged',
        params: { what: complaint.what },
      });
      return;
    }
    const step = {
      about: 'complaints',
      aboutId: id,
      kind: part,
      text: what,
      channel: 'chat',
      effect: '',
    } as const;
    void session.run(addStep(book, step), { key: 'aftersales.done.step', params: { what } });
  };
  return (
    <fieldset class="after-hearing" aria-label={t('aftersales.hearing')}>
      <h3>{t('aftersales.hearing')}</h3>
      {HEARING.map((part) => (
        <label class="check" key={part}>
          <input
            type="checkbox"
            checked={done.has(part)}
            // What was done is evidence: it is undone, not unticked.
            disabled={done.has(part) || state === 'closed'}
            onChange={() => tick(part)}
          />{' '}
          {t(`aftersales.hearing.${part}`)}
        </label>
      ))}
    </fieldset>
  );
}
