import { addNote } from '@extension/book/actions/notes';
import { TextField } from '@extension/ui/fields';
import { useWords } from '@extension/ui/words';
import { usePanel } from '../state/context';
import type { OpenForm } from '../state/session';
import { FormFrame } from './FormFrame';
import { useDraft } from './use-draft';

/** A private note on the buyer. */
export function NoteForm({ form, onLeave }: { readonly form: OpenForm; readonly onLeave: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const { fields, set, drop } = useDraft(form, { what: form.prefill.what });
  return (
    <FormFrame
      title="panel.act.note"
      subject={form.subject.name}
      check={() => (fields.what.trim() === '' ? 'panel.form.whatMissing' : null)}
      save={() =>
        session.run(addNote(session.book, form.subject.who, fields.what.trim()), { key: 'panel.done.note' })
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
        hint={t('panel.form.noteHint')}
        multiline
        autofocus
      />
    </FormFrame>
  );
}
