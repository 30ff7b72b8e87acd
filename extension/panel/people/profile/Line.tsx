import type { UsedWords } from '@extension/book/reads/used-words';
import { EditValue } from '@extension/ui/EditValue';
import { useMore } from '@extension/ui/more';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useOffered } from '../use-offered';

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
  readonly multiline?: boolean;
  /** Words of this kind used before are offered. */
  readonly offers?: keyof UsedWords;
  readonly placeholder?: string;
  /** What an empty line says, when it is not "add". */
  readonly empty?: string;
  readonly class?: string;
}

/** A line of the file: click to edit, Enter saves, Esc leaves. */
export function Line({ label, value, onSave, empty, offers, class: kind = '', ...field }: LineProps) {
  const { t } = useMore();
  const { editing, edit, leave, button } = useEditing();
  const list = useOffered(offers, editing);
  return (
    <Term label={label} class={kind}>
      {editing ? (
        <EditValue
          label={label}
          start={value}
          {...field}
          list={list}
          onLeave={leave}
          onSave={(text) => {
            leave();
            if (text !== value) onSave(text);
          }}
        />
      ) : (
        <button type="button" class="plain value-button" ref={button} onClick={edit}>
          {value || <span class="quiet">{empty ?? t('people.add')}</span>}
        </button>
      )}
    </Term>
  );
}

/** A name and what stands beside it. */
export function Term(props: {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={props.class}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Whether a value is being edited; the focus comes back to its button, or the next Tab would begin at the top. */
export function useEditing() {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing && document.activeElement === document.body) button.current?.focus();
    was.current = editing;
  }, [editing]);
  return { editing, edit: () => setEditing(true), leave: () => setEditing(false), button };
}
