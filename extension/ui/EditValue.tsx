import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { composing } from './keys';
import { lazily } from './more';

const Meanwhile = lazily(async () => (await import('./Meanwhile')).Meanwhile);

interface EditValueProps {
  readonly label: string;
  /** What stands in the book, also while it is edited here and another window changes it. */
  readonly start: string;
  /** `false`: it can't be read, and stays to be mended. */
  readonly onSave: (text: string) => unknown;
  readonly onLeave: () => void;
  /** Several lines; Shift-Enter begins a new one. */
  readonly multiline?: boolean | undefined;
  /** Words used before, offered again. */
  readonly list?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number;
  readonly class?: string | undefined;
}

/**
 * A value edited in its place: Enter or clicking away saves, Esc leaves, an input method is left alone. What another
 * window has written into it meanwhile is not written over before it was seen.
 */
export function EditValue({ label, start, onSave, onLeave, multiline, list, ...more }: EditValueProps) {
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const left = useRef(false);
  const before = useRef(start).current;
  const [mine, setMine] = useState<string | null>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  /** Removing a focused field blurs it, which would end the edit a second time. */
  function finish(act: () => unknown): void {
    if (left.current) return;
    left.current = true;
    // What can't be read stays open, to be mended or left.
    if (act() === false) left.current = false;
  }
  const save = () =>
    finish(() => {
      const typed = field.current?.value.trim() ?? before;
      // Looked at and not changed: what came meanwhile stays.
      if (start !== before && typed === before) return onLeave();
      if (start === before || typed === start) return onSave(typed);
      setMine(typed);
    });
  const shared = {
    ref: field,
    class: more.class,
    'aria-label': label,
    placeholder: more.placeholder,
    defaultValue: before,
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
  if (mine !== null) {
    const values = { mine, stored: start, before };
    const choose = (choice: keyof typeof values) =>
      choice === 'stored' ? onLeave() : onSave(values[choice]);
    return <Meanwhile label={label} {...values} onChoose={choose} />;
  }
  if (multiline) return <textarea {...shared} rows={1} maxLength={2000} />;
  return (
    <>
      <input {...shared} maxLength={more.maxLength ?? 400} list={list ? id : undefined} />
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
