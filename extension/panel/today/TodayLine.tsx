import { Icon } from '@extension/ui/Icon';
import { Name } from '@extension/ui/Name';
import { shortDay } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { usePanel } from '../state/context';
import { todayRow } from './today-row';
import type { ShownItem } from './use-others';

/** One text per line, the same on every reading. */
export function lineKey(item: ShownItem): string {
  return `${item.kind}/${'row' in item ? item.row.id : todayRow(item, 'UTC').id}`;
}

/** A line of Today: a click opens whom it is about. */
export function TodayLine({ item }: { readonly item: ShownItem }) {
  const { t, lang } = useWords();
  const { session } = usePanel();
  const today = session.today.value;
  if ('row' in item) {
    const { tag, what, when, buyer } = item.row;
    const inside = (
      <>
        <span class={`tag ${item.kind}`}>{tag}</span>
        <span class="what">{what}</span>
        <span class="who">{buyer && <Name of={buyer.name} />}</span>
        <span class="day">{when}</span>
      </>
    );
    return (
      <li>
        {buyer ? (
          <button type="button" class="today-row" onClick={() => session.openBuyer(buyer)}>
            {inside}
          </button>
        ) : (
          <a class="button today-row" href={`/shop.html?lang=${lang}`} target="_blank" rel="noopener">
            {inside}
          </a>
        )}
      </li>
    );
  }
  const { tag, what, day } = todayRow(item, session.book.world.timeZone);
  return (
    <li>
      <button type="button" class={`today-row ${tag}`} onClick={() => session.openBuyer(item.buyer)}>
        <span class={`tag ${tag}`}>
          {(tag === 'late' || tag === 'due') && <Icon name="late" />}
          {t(`panel.today.${tag}`)}
        </span>
        <span class="what">{what}</span>
        <span class="who">
          <Name of={item.buyer.name} />
        </span>
        <span class="day">{day && shortDay(day, today)}</span>
      </button>
    </li>
  );
}
