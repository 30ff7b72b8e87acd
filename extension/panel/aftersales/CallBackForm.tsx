import '../people/people.css';
import { callBackComplaint, closeComplaint, reopenComplaint } from '@extension/book/actions/complaints';
import { SelectField, TextField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import type { Complaint } from '@shared/records/complaint';
import { useState } from 'preact/hooks';
import { InlineForm } from '../people/InlineForm';
import { usePanel } from '../state/context';

/** Asked again after closing, or after the silence: well, or open again. */
export function CallBackForm({
  complaint,
  onLeave,
}: {
  readonly complaint: Complaint;
  readonly onLeave: () => void;
}) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const [text, setText] = useState('');
  const [well, setWell] = useState<'well' | 'not'>('well');
  const { id, what, state } = complaint;
  const params = { what };
  function save() {
    if (well === 'not') {
      return session.run(reopenComplaint(book, id, text.trim()), { key: 'aftersales.done.reopened', params });
    }
    // Silent until now: that it is well is the word that closes it.
    if (state === 'unconfirmed')
      return session.run(closeComplaint(book, id), { key: 'panel.done.closed', params });
    return session.run(callBackComplaint(book, id, text.trim()), {
      key: 'aftersales.done.calledBack',
      params,
    });
  }
  return (
    <InlineForm label={t('aftersales.callBack')} check={() => null} save={save} onLeave={onLeave}>
      <TextField label={t('aftersales.callBack.said')} value={text} onValue={setText} autofocus />
      <SelectField
        label={t('aftersales.callBack.how')}
        value={well}
        options={(['well', 'not'] as const).map((value) => ({
          value,
          label: t(`aftersales.callBack.${value}`),
        }))}
        onValue={setWell}
      />
    </InlineForm>
  );
}
