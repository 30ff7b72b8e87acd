import { renegotiatePromise } from '@extension/book/actions/promises';
import { TextField } from '@extension/ui/fields';
import { composing } from '@extension/ui/keys';
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
    <form
      class="inline-form"
      aria-label={t('panel.owe.newDate')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (composing(event)) {
          // The Enter that ends a composition must not reach the form's own submit.
          if (event.key === 'Enter') event.preventDefault();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        }
      }}
    >
      <DueField value={text} onValue={setText} autofocus />
      <TextField label={t('ledger.newWords')} value={what} onValue={setWhat} narrow />
      <button type="submit" class="primary">
        {t('common.save')}
      </button>
      <button type="button" class="plain" onClick={onLeave}>
        {t('common.cancel')}
      </button>
    </form>
  );
}
