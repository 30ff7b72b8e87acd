import type { BuyerView } from '@extension/book/reads/buyer';
import { servedBy, timeline } from '@extension/book/reads/history';
import { SelectField } from '@extension/ui/fields';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { recordLines } from './record-lines';
import { newest, Rows, useDay } from './rows';
import { kindOfAction, TIMELINE_KINDS, type TimelineKind } from './timeline-kinds';

/** Above this many lines a filter is worth its room. */
const FILTER_FROM = 8;

/** Everything that was done about this buyer, newest first. */
export function Timeline({ view }: { readonly view: BuyerView | null }) {
  const { t } = useWords();
  const { session } = usePanel();
  const day = useDay();
  const [kind, setKind] = useState<TimelineKind>('all');
  const buyerId = view?.buyer.id;
  const done = useLive(
    async () => (buyerId ? timeline(session.book, 200, buyerId) : []),
    [session.book, buyerId],
  );
  if (!done) return null;
  const acted = done.map(({ action, sentence, undone }) => ({
    id: action.id,
    at: action.at,
    kind: kindOfAction(action),
    by: servedBy(action),
    undone,
    ...sentence,
  }));
  const read = view
    ? recordLines(
        view,
        done.map(({ action }) => action),
      )
    : [];
  const lines = newest(
    [...acted, ...read.map((line) => ({ ...line, by: '', undone: false }))],
    ({ at }) => at,
  );
  const kinds = TIMELINE_KINDS.filter((one) => one === 'all' || lines.some((line) => line.kind === one));
  const shown = lines.filter((line) => kind === 'all' || line.kind === kind);
  return (
    <>
      {lines.length > FILTER_FROM && kinds.length > 2 && (
        <SelectField
          label={t('panel.timeline.show')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`panel.timeline.${value}`) }))}
          onValue={setKind}
          narrow
        />
      )}
      <Rows empty={t('panel.empty.timeline')} most={12}>
        {shown.map(({ id, at, key, params, by, undone }) => (
          <li class={undone ? 'row undone' : 'row'} key={id}>
            <span class="day">{day(at)}</span>
            <span class="what">{spoken(t(key, params))}</span>
            {by !== '' && <span class="state">{by}</span>}
          </li>
        ))}
      </Rows>
    </>
  );
}

/** A sentence whose words were left empty ends without its colon. */
function spoken(sentence: string): string {
  return sentence.replace(/\s*[:：]\s*$/, '');
}
