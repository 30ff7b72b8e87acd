import { useState } from 'preact/hooks';
import type { BehindRows, BehindSet } from '../../findings/rows/behind';
import type { SectionName } from '../cell';
import type { BehindReview } from '../source';
import type { Writer } from '../text/writer';
import { useLetterDesk } from './letter-desk';
import { RowsTable } from './RowsTable';

/** Which rows the numbers of a section count. */
const OF_SECTION: Readonly<Record<SectionName | 'since' | 'waits' | 'wishes', readonly BehindSet[]>> = {
  since: ['weekOrders'],
  promises: ['promisesLate', 'promisesBroken', 'promisesKeptLate', 'promisesKept', 'promisesOpen'],
  people: ['repeatBuyers', 'onceBuyers'],
  satisfaction: ['answers'],
  giving: ['discountsOwed', 'gifts'],
  value: ['repeatBuyers'],
  complaints: ['complaints'],
  waits: ['leftWaiting'],
  wishes: ['wishes'],
};

interface RowsBehindProps {
  readonly section: keyof typeof OF_SECTION;
  readonly writer: Writer;
}

/** The rows behind the numbers of a section: fetched when somebody wants to see them. */
export function RowsBehind({ section, writer }: RowsBehindProps) {
  const { behind } = useLetterDesk();
  // What travels with a letter stands behind its numbers; a list besides would be long for nothing.
  if (behind === null || behind.has) return null;
  return (
    <div class="behind">
      {OF_SECTION[section].map((of) => (
        <Rows key={of} of={of} behind={behind} writer={writer} />
      ))}
    </div>
  );
}

interface RowsProps {
  readonly of: BehindSet;
  readonly behind: BehindReview;
  readonly writer: Writer;
}

function Rows({ of, behind, writer }: RowsProps) {
  const { t, count } = writer;
  const [found, setFound] = useState<{ readonly from: BehindReview; readonly rows: BehindRows } | null>(null);
  const rows = found?.from === behind ? found.rows : null;
  const title = t(`weekly.behind.${of}`);
  return (
    <details
      class="numbers"
      onToggle={(event) => {
        if (!event.currentTarget.open || rows) return;
        void behind.rows(of).then((answer) => setFound({ from: behind, rows: answer }));
      }}
    >
      <summary>
        {title}
        {rows && ` (${count(rows.count)})`}
      </summary>
      {rows && <RowsTable title={title} set={of} rows={rows} writer={writer} />}
    </details>
  );
}
