import { TextField } from '@extension/ui/fields';
import { dueWords } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import type { Day } from '@shared/calendar/day';
import { parseDue } from '@shared/calendar/phrases';
import type { Due } from '@shared/records/promise';
import { usePanel } from '../state/context';

/**
 * The due date typed in plain words. Nothing typed is what the promise itself says ("ship by Friday"), else "no
 * date"; `null` is "not understood", and a form does not save then: a promise filed under the wrong day is worse
 * than none.
 */
export function readDue(text: string, today: Day, promised = ''): Due | null {
  if (text.trim() === '') return parseDue(promised, today)?.due ?? { on: 'open' };
  return parseDue(text, today)?.due ?? null;
}

/** Textbox `Due` with what was understood beside it, as the seller types. */
export function DueField({
  value,
  promised = '',
  onValue,
  autofocus,
}: {
  readonly value: string;
  /** The promise's own words, read where nothing is typed here. */
  readonly promised?: string;
  readonly onValue: (value: string) => void;
  readonly autofocus?: boolean;
}) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const today = session.today.value;
  const due = readDue(value, today, promised);
  const hint = () => {
    if (due?.on === 'open') return null;
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
