import type { ComponentChildren } from 'preact';
import type { Behind } from '../../findings/rows/behind';
import { useRowsPlace } from './RowsPlace';

interface RowsNumberProps {
  readonly of: Behind;
  /** What the number is a part of, where the set alone does not say: a cause, a month, an hour. */
  readonly label?: string;
  /** Address of the table with the number, for pages that have no rows. */
  readonly href?: string;
  readonly children: ComponentChildren;
}

/** A number that opens the rows it counts; where there are none to open, it leads to its table or stays a number. */
export function RowsNumber({ of, label = '', href, children }: RowsNumberProps) {
  const place = useRowsPlace();
  if (!place?.has(of)) {
    if (href === undefined) return children;
    return (
      <a class="number" href={href}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      class="number"
      aria-expanded={place.shown === of}
      data-rows={of}
      data-href={href}
      onClick={() => place.show(of, label)}
    >
      {children}
    </button>
  );
}

/** The same for tables made of data alone. */
export function rowsNumber(of: Behind, text: string, label = ''): ComponentChildren {
  return (
    <RowsNumber of={of} label={label}>
      {text}
    </RowsNumber>
  );
}
