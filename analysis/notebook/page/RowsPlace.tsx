import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { Behind, BehindRows } from '../../findings/rows/behind';
import type { Writer } from '../text/writer';
import { RowsPanel } from './RowsPanel';

/** Who can be asked for the rows behind a number. */
export interface RowsSource {
  readonly rows: (of: Behind) => Promise<BehindRows>;
  /** Whether the rows of a set are at hand; without it all are. */
  readonly has?: (of: Behind) => boolean;
}

/** The rows of the data that are being read about; null where only the numbers are there. */
export const RowsSourceContext = createContext<RowsSource | null>(null);

/** What a number opens, and what is open. */
interface Place {
  readonly has: (of: Behind) => boolean;
  readonly shown: Behind | null;
  readonly show: (of: Behind, label: string) => void;
}

const PlaceContext = createContext<Place | null>(null);

/** The nearest place where rows can be shown; null where there are none to show. */
export function useRowsPlace(): Place | null {
  return useContext(PlaceContext);
}

interface RowsPlaceProps {
  readonly writer: Writer;
  readonly children: ComponentChildren;
}

/** A part of the page whose numbers open the rows they count, below it, one set at a time. */
export function RowsPlace({ writer, children }: RowsPlaceProps) {
  const source = useContext(RowsSourceContext);
  const [open, setOpen] = useState<{ readonly of: Behind; readonly label: string } | null>(null);
  const shown = open?.of ?? null;
  const place = useMemo(
    () =>
      source && {
        shown,
        has: source.has ?? (() => true),
        show: (of: Behind, label: string) => setOpen(of === shown ? null : { of, label }),
      },
    [source, shown],
  );
  return (
    <PlaceContext.Provider value={place}>
      {children}
      {source && open && (
        <RowsPanel
          key={open.of}
          of={open.of}
          label={open.label}
          source={source}
          writer={writer}
          onClose={() => setOpen(null)}
        />
      )}
    </PlaceContext.Provider>
  );
}
