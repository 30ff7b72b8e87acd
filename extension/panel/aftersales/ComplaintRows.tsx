import './aftersales.css';
import type { BuyerView } from '@extension/book/reads/buyer';
import { useMore } from '@extension/ui/more';
import { useLayoutEffect } from 'preact/hooks';
import { newest, Rows } from '../buyer/rows';
import { usePanel } from '../state/context';
import { ComplaintRow } from './ComplaintRow';
import { useHolding } from './use-holding';

/** Complaints with their next step: first answer, remedy, closed by the buyer, asked again (P14, J13). */
export function ComplaintRows({ view }: { readonly view: BuyerView }) {
  const { t } = useMore();
  const { session } = usePanel();
  const hold = useHolding(view.buyer.name);
  const rows = newest(view.complaints, ({ openedAt }) => openedAt);
  const first = rows.findLast(({ state }) => state === 'open');
  // The key J answers whoever has waited longest.
  useLayoutEffect(() => {
    const answer = first ? () => void hold(first) : null;
    session.answerFirst = answer;
    return () => {
      if (session.answerFirst === answer) session.answerFirst = null;
    };
  });
  return (
    <Rows empty={t('panel.empty.complaints')}>
      {rows.map((complaint) => (
        <ComplaintRow
          key={complaint.id}
          complaint={complaint}
          view={view}
          keyed={complaint.id === first?.id}
          onHold={() => void hold(complaint)}
        />
      ))}
    </Rows>
  );
}
