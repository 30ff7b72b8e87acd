import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { IdPrefix } from '../text/id-prefix';

interface ScrollBoxProps {
  readonly label: string;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** Holds what may be wider than the page; reachable by keyboard so that it can be scrolled without a mouse. */
export function ScrollBox({ label, id, children }: ScrollBoxProps) {
  const prefix = useContext(IdPrefix);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only groups what scrolls together
    <div class="table-wrap" role="group" aria-label={label} tabIndex={0} {...(id ? { id: prefix + id } : {})}>
      {children}
    </div>
  );
}
