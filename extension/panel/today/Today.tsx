import { todayView } from '@extension/book/reads/today';
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
  const ranked = useOthers(view?.ranked ?? [], today);
  useEffect(() => {
    if (view) onDrawn();
  }, [view, onDrawn]);
  if (!view) return <div class="frame" aria-busy="true" />;
  const { dropped, discountsOwed, giftsWaiting } = view;
  const shown = all ? ranked : ranked.slice(0, TODAY_MOST);
  return (
    <>
      {ranked.length === 0 && <p class="empty">{t('panel.today.nothing')}</p>}
      <ul class="today">
        {shown.map((item) => (
          <TodayLine item={item} key={lineKey(item)} />
        ))}
      </ul>
      {ranked.length > shown.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: ranked.length - shown.length })}
        </button>
      )}
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
