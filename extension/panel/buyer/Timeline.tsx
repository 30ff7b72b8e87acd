import { timeline } from '@extension/book/reads/history';
import { SelectField } from '@extension/ui/fields';
import { useLive } from '@extension/ui/use-live';
import { momentDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { kindOfAction, TIMELINE_KINDS, type TimelineKind } from './timeline-kinds';

/** Above this many lines a filter is worth its room. */
const FILTER_FROM = 8;

/** Everything that was done about this buyer, newest first. */
export function Timeline({ buyerId }: { readonly buyerId: string | null }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [kind, setKind] = useState<TimelineKind>('all');
  const lines = useLive(
    async () => (buyerId ? timeline(session.book, 200, buyerId) : []),
    [session.book, buyerId],
  );
  if (!lines) return null;
  if (lines.length === 0) return <p class="quiet">{t('panel.empty.timeline')}</p>;
  const shown = lines.filter(({ action }) => kind === 'all' || kindOfAction(action) === kind);
  return (
    <>
      {lines.length > FILTER_FROM && (
        <SelectField
          label={t('panel.timeline.show')}
          value={kind}
          options={TIMELINE_KINDS.map((value) => ({ value, label: t(`panel.timeline.${value}`) }))}
          onValue={setKind}
          narrow
        />
      )}
      <ul class="rows timeline">
        {shown.map(({ action, sentence, undone }) => (
          <li class={undone ? 'row undone' : 'row'} key={action.id}>
            <span class="day">{momentDay(action.at, session.today.value, session.book.world.timeZone)}</span>
            <span class="what">{t(sentence.key, sentence.params)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
