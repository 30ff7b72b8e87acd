import { FormFoot } from '@extension/ui/FormFoot';
import { formKeys } from '@extension/ui/form-keys';
import type { AnyKey } from '@extension/ui/more';
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
  /** There is nothing to save yet. */
  readonly nothing?: boolean;
  readonly frame?: RefObject<HTMLFormElement | null>;
  readonly children: ComponentChildren;
}

/** The frame of a form about a thing of the shop's: its key saves, Esc leaves, neither while an input method composes. */
export function ShopForm(props: ShopFormProps) {
  const { label, saveKey, save, onLeave, fault, nothing = false, frame, children, ...rest } = props;
  return (
    <form
      {...(frame ? { ref: frame } : {})}
      class={rest.class}
      aria-label={label}
      {...formKeys({ save, leave: onLeave, lines: saveKey !== '↵' })}
    >
      {children}
      <FormFoot fault={fault} saveKey={saveKey} nothing={nothing} onLeave={onLeave} />
    </form>
  );
}
