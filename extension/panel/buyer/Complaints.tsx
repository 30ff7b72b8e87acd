import { acknowledgeComplaint, closeComplaint, remedyComplaint } from '@extension/book/actions/complaints';
import { TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
import { momentDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import type { Complaint } from '@shared/records/complaint';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { Row, Rows } from './rows';

/** Complaints with their next step: first answer, remedy, closed by the buyer (P14, J13). */
export function Complaints({ complaints }: { readonly complaints: readonly Complaint[] }) {
  const { t } = useWords();
  const open = [...complaints].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  return (
    <Rows empty={t('panel.empty.complaints')}>
      {open.map((complaint) => (
        <ComplaintRow key={complaint.id} complaint={complaint} />
      ))}
    </Rows>
  );
}

function ComplaintRow({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [remedy, setRemedy] = useState<string | null>(null);
  const { book } = session;
  const { id, what, state } = complaint;
  const params = { what };
  async function saveRemedy(): Promise<void> {
    if (!remedy?.trim()) return;
    const action = remedyComplaint(book, id, remedy.trim());
    if ((await session.run(action, { key: 'panel.done.remedied', params })).ok) setRemedy(null);
  }
  return (
    <Row
      day={momentDay(complaint.openedAt, session.today.value, book.world.timeZone)}
      what={
        <>
          {what} <span class="quiet">{t(`records.complaint.cause.${complaint.cause}`)}</span>
          {complaint.remedy && <span class="quiet"> → {complaint.remedy}</span>}
        </>
      }
      state={t(`records.complaint.state.${state}`)}
      tone={state === 'open' ? 'late' : ''}
    >
      {state !== 'closed' && remedy === null && (
        <span class="acts">
          {complaint.firstAnswerAt === null && (
            <button
              type="button"
              class="plain"
              onClick={() =>
                void session.run(acknowledgeComplaint(book, id), { key: 'panel.done.acknowledged', params })
              }
            >
              {t('panel.complaint.answered')}
            </button>
          )}
          <button type="button" class="plain" onClick={() => setRemedy(complaint.remedy)}>
            {t('panel.complaint.remedy')}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => void session.run(closeComplaint(book, id), { key: 'panel.done.closed', params })}
          >
            {t('panel.complaint.close')}
          </button>
        </span>
      )}
      {remedy !== null && (
        <form
          class="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            void saveRemedy();
          }}
          onKeyDown={(event) => {
            if (composing(event)) {
              if (event.key === 'Enter') event.preventDefault();
            } else if (event.key === 'Escape') setRemedy(null);
          }}
        >
          <TextField label={t('panel.complaint.remedy')} value={remedy} onValue={setRemedy} autofocus />
          <button type="submit" class="primary">
            {t('common.save')}
          </button>
        </form>
      )}
    </Row>
  );
}
