import { type TodayView, todayView } from '@extension/book/reads/today';
import { useLive } from '@extension/ui/use-live';
import { useWords } from '@extension/ui/words';
import { useEffect, useState } from 'preact/hooks';
import { BackupHint, FirstDay, MemoHint } from '../desk';
import { usePanel } from '../state/context';
import { lineKey, TodayLine } from './TodayLine';
import { TODAY_MOST } from './today-row';
import { useOthers } from './use-others';

/** No buyer open: what the day asks for. At most seven lines, the rest one click away (J5). */
export function Today({ onDrawn }: { readonly onDrawn: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [all, setAll] = useState(false);
  const today = session.today.value;
  const view = useLive(() => todayView(session.book, today), [session.book, today]);
  const { lines, whole } = useOthers(view?.ranked ?? [], today);
  useEffect(() => {
    if (view) onDrawn();
  }, [view, onDrawn]);
  if (!view) return <div class="frame" aria-busy="true" />;
  const shown = all ? lines : lines.slice(0, TODAY_MOST);
  const more = lines.length - shown.length;
  return (
    <>
      {whole && lines.length === 0 && <p class="empty">{t('panel.today.nothing')}</p>}
      <ul class="today">
        {shown.map((item) => (
          <TodayLine item={item} key={lineKey(item)} />
        ))}
      </ul>
      {whole && more > 0 && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: more })}
        </button>
      )}
      {whole && <Below view={view} />}
    </>
  );
}

/** What stands below the lines: hints, and what is only counted. */
function Below({ view: { dropped, discountsOwed, giftsWaiting } }: { readonly view: TodayView }) {
  const { t } = useWords();
  return (
    <>
      <MemoHint />
      <FirstDay />
      <BackupHint />
      <ul class="counts quiet small">
        {dropped.length > 0 && (
          <li>
            {t('panel.today.dropped', {
              n: dropped.length,
              names: [...new Set(dropped.map(({ buyer }) => buyer.name))].slice(0, 5).join('、'),
            })}
          </li>
        )}
        {discountsOwed > 0 && <li>{t('panel.today.discountsOwed', { n: discountsOwed })}</li>}
        {giftsWaiting.length > 0 && <li>{t('panel.today.giftsWaiting', { n: giftsWaiting.length })}</li>}
      </ul>
    </>
  );
}
