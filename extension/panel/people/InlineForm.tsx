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
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

/** A small form inside a section: Enter saves, Esc leaves, a refusal keeps what was typed. */
export function InlineForm({ label, check, save, onLeave, children }: InlineFormProps) {
  const { t } = useMore();
  const [fault, setFault] = useState<AnyKey | null>(null);
  const busy = useRef(false);
  async function submit(): Promise<void> {
    const wrong = check();
    setFault(wrong);
    if (wrong || busy.current) return;
    busy.current = true;
    try {
      if ((await save()).ok) onLeave();
    } finally {
      busy.current = false;
    }
  }
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
          <button type="button" class="plain" onClick={onLeave}>
            {t('common.cancel')}
          </button>
        </div>
      </form>
    </Box>
  );
}
