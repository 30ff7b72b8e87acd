import { composing } from '@extension/ui/keys';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface EditValueProps {
  readonly label: string;
  readonly start: string;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
  /** Several lines; Shift-Enter begins a new one. */
  readonly multiline?: boolean | undefined;
  /** Words used before, offered again. */
  readonly list?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
  readonly class?: string;
}

/** A value edited in its place: Enter or clicking away saves, Esc leaves, an input method is left alone. */
export function EditValue({ label, start, onSave, onLeave, multiline, list, ...more }: EditValueProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  /** Removing a focused field blurs it, which would end the edit a second time. */
  function finish(act: () => void): void {
    if (left.current) return;
    left.current = true;
    act();
  }
  const save = () => finish(() => onSave(field.current?.value.trim() ?? start));
  const shared = {
    ref: field,
    class: more.class,
    'aria-label': label,
    placeholder: more.placeholder,
    defaultValue: start,
    autocomplete: 'off',
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (composing(event)) return;
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        save();
      }
      if (event.key === 'Escape') {
        event.stopPropagation();
        finish(onLeave);
      }
    },
  } as const;
  if (multiline) return <textarea {...shared} rows={1} maxLength={2000} />;
  return (
    <>
      <input {...shared} maxLength={400} list={list ? id : undefined} />
      {list && (
        <datalist id={id}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}
