import { todayView } from '@extension/book/reads/today';
import { Icon } from '@extension/ui/Icon';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { shortDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { TODAY_MOST, todayRow } from './today-row';

/** No buyer open: what the day asks for. At most seven lines, the rest one click away (J5). */
export function Today({ onDrawn }: { readonly onDrawn: () => void }) {
  const { t } = useWords();
  const { session } = usePanel();
  const [all, setAll] = useState(false);
  const today = session.today.value;
  const view = useLive(() => todayView(session.book, today), [session.book, today]);
  useEffect(() => {
    if (view) onDrawn();
  }, [view, onDrawn]);
  if (!view) return <div class="frame" aria-busy="true" />;
  const { ranked, dropped, discountsOwed, giftsWaiting } = view;
  const shown = all ? ranked : ranked.slice(0, TODAY_MOST);
  return (
    <>
      {ranked.length === 0 && <p class="empty">{t('panel.today.nothing')}</p>}
      <ul class="today">
        {shown.map((item) => {
          const { id, tag, what, day } = todayRow(item);
          const { buyer } = item;
          return (
            <li key={`${tag}/${id}`}>
              <button type="button" class={`today-row ${tag}`} onClick={() => session.openBuyer(buyer)}>
                <span class={`tag ${tag}`}>
                  {(tag === 'late' || tag === 'due') && <Icon name="late" />}
                  {t(`panel.today.${tag}`)}
                </span>
                <span class="what">{what}</span>
                <span class="who">
                  <Name of={buyer.name} />
                </span>
                <span class="day">{day && shortDay(day, today)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {ranked.length > shown.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {t('panel.today.more', { n: ranked.length - shown.length })}
        </button>
      )}
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
