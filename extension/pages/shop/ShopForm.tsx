import { Key } from '@extension/ui/Key';
import { composing } from '@extension/ui/keys';
import { type AnyKey, useMore } from '@extension/ui/more';
import type { ComponentChildren, RefObject } from 'preact';

interface ShopFormProps {
  readonly label: string;
  readonly class: string;
  /** Where lines are written, Enter begins a new one. */
  readonly saveKey: '↵' | 'Ctrl ↵';
  readonly save: () => Promise<void>;
  readonly onLeave: () => void;
  /** Why it can't be saved as it is. */
  readonly fault: AnyKey | null;
  readonly frame?: RefObject<HTMLFormElement | null>;
  readonly children: ComponentChildren;
}

/** The frame of a form about a thing of the shop's: its key saves, Esc leaves, neither while an input method composes. */
export function ShopForm({ label, saveKey, save, onLeave, fault, frame, children, ...rest }: ShopFormProps) {
  const { t } = useMore();
  return (
    <form
      {...(frame ? { ref: frame } : {})}
      class={rest.class}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (composing(event)) {
          if (event.key === 'Enter') event.preventDefault();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        } else if (event.key === 'Enter' && saveKey !== '↵' && (event.ctrlKey || event.metaKey)) void save();
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
          {t('common.save')} <Key letter={saveKey} />
        </button>
        <button type="button" class="plain" onClick={onLeave}>
          {t('common.cancel')} <Key letter="Esc" />
        </button>
      </div>
    </form>
  );
}
