import type { Writer } from '../text/writer';
import { useLetterDesk } from './letter-desk';
import { useDraft } from './use-draft';

interface NoteProps {
  /** The section it stands under. */
  readonly section: string;
  /** What the section is called. */
  readonly title: string;
  readonly writer: Writer;
}

/** A line under each section for what the owner thinks of it; on paper only where something was written. */
export function Note({ section, title, writer }: NoteProps) {
  const { t } = writer;
  const { desk, kept } = useLetterDesk();
  const text = (desk?.work.value ?? kept)?.notes[section] ?? '';
  const draft = useDraft(text);
  if (desk === null) return text === '' ? null : <p class="note written">{text}</p>;
  return (
    <textarea
      class={text === '' ? 'note' : 'note written'}
      rows={1}
      maxLength={4000}
      aria-label={t('weekly.noteOn', { section: title })}
      placeholder={t('weekly.note')}
      value={draft.value}
      onInput={(event) => draft.type(event.currentTarget.value)}
      onChange={(event) => {
        void desk.note(section, event.currentTarget.value.trim()).then(draft.done);
      }}
    />
  );
}
