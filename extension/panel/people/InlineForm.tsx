import { composing } from '@extension/ui/keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
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
  const { t } = useMore();
  const [fault, setFault] = useState<AnyKey | null>(null);
  const busy = useRef(false);
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
      <form
        class="people-form"
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (composing(event)) {
            event.preventDefault();
            return;
          }
          if (event.shiftKey || event.target instanceof HTMLButtonElement) return;
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        {fault && (
          <p class="fault" role="alert">
            {t(fault)}
          </p>
        )}
        <div class="acts">
          <button type="submit" class="primary">
            {t('common.save')}
          </button>
          {other && (
            <button type="button" onClick={() => void once(other.act)}>
              {other.label}
            </button>
          )}
          <button type="button" class="plain" onClick={onLeave}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Box>
  );
}
