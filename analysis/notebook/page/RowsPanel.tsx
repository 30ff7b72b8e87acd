import { useEffect, useRef, useState } from 'preact/hooks';
import { type Behind, type BehindRows, partsOf } from '../../findings/rows/behind';
import type { Writer } from '../text/writer';
import type { RowsSource } from './RowsPlace';
import { RowsTable } from './RowsTable';

interface RowsPanelProps {
  readonly of: Behind;
  readonly label: string;
  readonly source: RowsSource;
  readonly writer: Writer;
  readonly onClose: () => void;
}

/** The rows one number counts, below the words it stands in. Esc leads back to the number. */
export function RowsPanel({ of, label, source, writer, onClose }: RowsPanelProps) {
  const { t, count } = writer;
  const [found, setFound] = useState<{ readonly from: RowsSource; readonly rows: BehindRows } | null>(null);
  const section = useRef<HTMLElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    from.current = document.activeElement;
    section.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    let gone = false;
    void source.rows(of).then((rows) => {
      if (!gone) setFound({ from: source, rows });
    });
    return () => {
      gone = true;
    };
  }, [source, of]);
  // Rows of other settings are no rows of this number.
  const rows = found?.from === source ? found.rows : null;
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [rows]);
  const { set } = partsOf(of);
  const title = `${t(`weekly.behind.${set}`)}${label === '' ? '' : t('weekly.behind.part', { part: label })}`;
  const close = () => {
    onClose();
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  return (
    <section
      class="rows-panel acts"
      aria-label={title}
      aria-busy={rows === null}
      tabIndex={-1}
      ref={section}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <p class="rows-title">
        <strong>{title}</strong>
        {rows && <span class="when"> {count(rows.count)}</span>}
        <button type="button" class="quiet" onClick={close}>
          {t('weekly.behind.close')}
        </button>
      </p>
      {rows && <RowsTable title={title} set={set} rows={rows} writer={writer} />}
    </section>
  );
}
