import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What the program understood, or what is wrong; read out with the field. */
  readonly hint?: ComponentChildren;
  readonly wrong?: boolean;
  readonly placeholder?: string;
  /** Offered names. A field with a list is a combobox to assistive technology, no longer a textbox. */
  readonly list?: readonly string[];
  readonly narrow?: boolean;
  readonly multiline?: boolean;
  readonly autofocus?: boolean;
  readonly type?: 'text' | 'tel';
}

/** A labelled text field. The label is the name alone, the hint is a description beside it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onValue, hint, wrong, placeholder, list, narrow, multiline, autofocus } = props;
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // Before the frame is drawn: who types on at once must not lose the first letters.
  useLayoutEffect(() => {
    if (!autofocus) return;
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [autofocus]);
  const shared = {
    id,
    ref: field,
    value,
    placeholder,
    autocomplete: 'off',
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
  } as const;
  return (
    <div class={narrow ? 'field narrow' : 'field'}>
      <label for={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={2} maxLength={2000} />
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          maxLength={400}
          list={list ? `${id}-list` : undefined}
        />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {hint && (
        <span class={wrong ? 'hint wrong' : 'hint'} id={`${id}-hint`} aria-live="polite">
          {hint}
        </span>
      )}
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
  readonly narrow?: boolean;
}

/** A labelled choice. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onValue,
  narrow,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div class={narrow ? 'field narrow' : 'field'}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A labelled tick. */
export function CheckField({
  label,
  checked,
  onChecked,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />{' '}
      {label}
    </label>
  );
}
