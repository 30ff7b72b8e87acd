import { FormFoot } from '@extension/ui/FormFoot';
import { formKeys } from '@extension/ui/form-keys';
import type { AnyKey } from '@extension/ui/more';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { Box } from './Box';

interface InlineFormProps {
  readonly label: string;
  /** Why it can't be saved yet, or null. */
  readonly check: () => AnyKey | null;
  readonly save: () => Promise<{ readonly ok: boolean }>;
  /** Another way to be done with what was typed, e.g. by filling words into the reply; it leaves the form itself. */
  readonly other?: { readonly label: ComponentChildren; readonly act: () => Promise<void> };
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** A small form inside a section: Enter saves, Esc leaves, a refusal keeps what was typed. */
export function InlineForm({ label, check, save, other, onLeave, children }: InlineFormProps) {
  const [fault, setFault] = useState<AnyKey | null>(null);
  const busy = useRef(false);
  const { session } = usePanel();
  // What was said before must not lie over the form; Ctrl-Z takes it back once the form is left.
  useEffect(() => session.say(null), [session]);
  async function once(act: () => Promise<void>): Promise<void> {
    const wrong = check();
    setFault(wrong);
    if (wrong || busy.current) return;
    busy.current = true;
    try {
      await act();
    } finally {
      busy.current = false;
    }
  }
  const submit = () =>
    once(async () => {
      if ((await save()).ok) onLeave();
    });
  return (
    <Box label={label} onLeave={onLeave}>
      <form class="people-form" aria-label={label} {...formKeys({ save: submit })}>
        {children}
        <FormFoot fault={fault} onLeave={onLeave}>
          {other && (
            <button type="button" onClick={() => void once(other.act)}>
              {other.label}
            </button>
          )}
        </FormFoot>
      </form>
    </Box>
  );
}
