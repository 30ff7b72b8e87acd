import { renegotiatePromise } from '@extension/book/actions/promises';
import { FormFoot } from '@extension/ui/FormFoot';
import { TextField } from '@extension/ui/fields';
import { formKeys } from '@extension/ui/form-keys';
import { useMore } from '@extension/ui/more';
import type { Promised } from '@shared/records/promise';
import { cleanText } from '@shared/text/normalize';
import { useState } from 'preact/hooks';
import { DueField, readDue } from '../forms/DueField';
import { usePanel } from '../state/context';

/**
 * Agree another day, or other words: the old promise rests with what was said then, a new one takes its place.
 * What is selected in the chat is kept as the new words.
 */
export function NewDate({ promise, onLeave }: { readonly promise: Promised; readonly onLeave: () => void }) {
  const { t } = useMore();
  const { session } = usePanel();
  const [text, setText] = useState('');
  const [what, setWhat] = useState(promise.what);
  const due = readDue(text, session.today.value);
  const reworded = what.trim() !== '' && what.trim() !== promise.what;
  async function save(): Promise<void> {
    if (!due || (text.trim() === '' && !reworded)) return;
    const quote = cleanText(session.selection());
    const subject = session.subject.value;
    const where = subject.kind === 'buyer' ? subject.where : null;
    const agreed = text.trim() === '' ? promise.due : due;
    const action = renegotiatePromise(session.book, promise.id, agreed, {
      what: what.trim(),
      quote,
      ...(where ? { where } : {}),
    });
    const ack = await session.run(action, { key: 'panel.done.newDate', params: { what: what.trim() } });
    if (ack.ok) onLeave();
  }
  return (
    <form class="inline-form" aria-label={t('panel.owe.newDate')} {...formKeys({ save, leave: onLeave })}>
      <DueField value={text} onValue={setText} autofocus />
      <TextField label={t('ledger.newWords')} value={what} onValue={setWhat} narrow />
      <FormFoot onLeave={onLeave} />
    </form>
  );
}
