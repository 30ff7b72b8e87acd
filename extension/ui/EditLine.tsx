import { useLayoutEffect, useRef } from 'preact/hooks';
import { composing } from './keys';

interface EditLineProps {
  readonly label: string;
  readonly start: string;
  readonly maxLength: number;
  readonly class?: string;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
}

/** One line edited in its place: Enter or clicking away saves, Esc leaves, an input method is left alone. */
export function EditLine({ label, start, maxLength, class: kind, onSave, onLeave }: EditLineProps) {
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);
  /** Removing a focused field blurs it, which would end the edit a second time. */
  function finish(act: () => void): void {
    if (left.current) return;
    left.current = true;
    act();
  }
  const save = () => finish(() => onSave(field.current?.value.trim() ?? start));
  return (
    <input
      ref={field}
      class={kind}
      aria-label={label}
      defaultValue={start}
      maxLength={maxLength}
      autocomplete="off"
      onBlur={save}
      onKeyDown={(event) => {
        if (composing(event)) return;
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') {
          event.stopPropagation();
          finish(onLeave);
        }
      }}
    />
  );
}
