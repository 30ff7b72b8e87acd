import { TextField } from '@extension/ui/fields';
import { dueWords } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import type { Day } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import type { Due } from '@shared/records/promise';
import { usePanel } from '../state/context';

/**
 * The due date typed in plain words. Nothing typed is "no date"; `null` is "not understood", and a form does not
 * save then: a promise filed under the wrong day is worse than none.
 */
export function readDue(text: string, today: Day): Due | null {
  return text.trim() === '' ? { on: 'open' } : (parseDue(text, today)?.due ?? null);
}

/** Textbox `Due` with what was understood beside it, as the seller types. */
export function DueField({
  value,
  onValue,
  autofocus,
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autofocus?: boolean;
}) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const today = session.today.value;
  const due = readDue(value, today);
  const hint = () => {
    if (value.trim() === '') return null;
    return due ? `→ ${dueWords(due, today, lang, t)}` : t('panel.form.dueUnknown');
  };
  return (
    <TextField
      label={t('panel.form.due')}
      value={value}
      onValue={onValue}
      placeholder={t('panel.form.dueHint')}
      hint={hint()}
      wrong={due === null}
      autofocus={autofocus ?? false}
      narrow
    />
  );
}
