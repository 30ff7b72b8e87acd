import './over.css';
import './pick-list.css';
import { composing } from '@extension/ui/keys';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface PickListProps<T> {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly found: readonly T[];
  readonly idOf: (one: T) => string;
  readonly row: (one: T) => ComponentChildren;
  /** Enter or a click; null where nothing fits. */
  readonly onTake: (chosen: T | null) => void;
  readonly onLeave: () => void;
  readonly label: string;
  /** What is typed for, where it is more than the list's name. */
  readonly fieldLabel?: string;
  readonly hint: string;
  readonly fieldId?: string;
  /** What stands below about the one that is chosen, and about nothing found. */
  readonly children?: (chosen: T | null) => ComponentChildren;
}

/**
 * Words that narrow a list: arrows walk it round, Enter or a click takes the one chosen, Esc leaves. The caret stays
 * in the words all the time, and nothing happens while an input method composes.
 */
export function PickList<T>(props: PickListProps<T>) {
  const { field, typed, found, idOf, onTake, label } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, typed]);
  const index = Math.min(at, Math.max(0, found.length - 1));
  const chosen = found[index] ?? null;
  const optionId = (one: T) => `${id}-${idOf(one)}`;
  function onKey(event: KeyboardEvent): void {
    if (composing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const isOurs = step === 0 ? event.key === 'Enter' || event.key === 'Escape' : found.length > 0;
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) setAt((index + step + found.length) % found.length);
    else if (event.key === 'Enter') onTake(chosen);
    else props.onLeave();
  }
  return (
    <>
      <input
        ref={field}
        id={props.fieldId}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        aria-label={props.fieldLabel ?? label}
        placeholder={props.hint}
        value={typed}
        maxLength={60}
        autocomplete="off"
        onInput={(event) => {
          props.onTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div class="pick-list" role="listbox" id={`${id}-list`} ref={list} aria-label={label}>
        {found.map((one, place) => (
          <div
            key={idOf(one)}
            id={optionId(one)}
            role="option"
            tabIndex={-1}
            aria-selected={place === index}
            class={place === index ? 'chosen' : ''}
            onMouseMove={() => setAt(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(one)}
            onKeyDown={onKey}
          >
            {props.row(one)}
          </div>
        ))}
      </div>
      {props.children?.(chosen)}
    </>
  );
}
