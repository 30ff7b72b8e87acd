import { renegotiatePromise } from '@extension/book/actions/promises';
import { composing } from '@extension/ui/keys';
import { useWords } from '@extension/ui/words';
import type { Promised } from '@shared/records/promise';
import { useState } from 'preact/hooks';
import { DueField, readDue } from '../forms/DueField';
import { usePanel } from '../state/context';

/** Agree another day: the old promise rests, a new one takes its place. */
export function NewDate({ promise, onLeave }: { readonly promise: Promised; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [text, setText] = useState('');
  const due = readDue(text, session.today.value);
  async function save(): Promise<void> {
    if (text.trim() === '' || !due) return;
    const ack = await session.run(renegotiatePromise(session.book, promise.id, due), {
      key: 'panel.done.newDate',
      params: { what: promise.what },
    });
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
      <button type="submit" class="primary">
        {t('common.save')}
      </button>
      <button type="button" class="plain" onClick={onLeave}>
        {t('common.cancel')}
      </button>
    </form>
  );
}
