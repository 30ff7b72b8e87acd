import { closing } from '@extension/book/reads/closing';
import { Icon } from '@extension/ui/Icon';
import { composing } from '@extension/ui/keys';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { waitClock } from '@extension/ui/when';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { waitingOf } from '../queue/waiting';
import { usePanel } from '../state/context';

/** The end of the evening in three numbers, each with its list behind it; Enter opens tomorrow's list to print. */
export function Closing() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const evening = useLive(() => closing(book), [book, session.today.value]);
  // Before the frame is drawn: whoever reads the line may press its key.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const onControl = event.target instanceof Element && event.target.closest('button, a, summary, input');
      if (event.key !== 'Enter' || composing(event) || onControl) return;
      event.preventDefault();
      printList(lang);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [lang]);
  if (!evening) return <div class="frame" aria-busy="true" />;
  const waiting = waitingOf(session.chat.value, session.now.value);
  const unanswered = (waiting?.length ?? 0) + evening.left.length;
  return (
    <>
      <div class="evening">
        <Part n={evening.promised.length} words={t('desk.closing.promised', { n: evening.promised.length })}>
          {evening.promised.map(({ id, what, buyer }) => (
            <li key={id}>
              <button type="button" class="plain" onClick={() => session.openBuyer(buyer)}>
                <Name of={buyer.name} />
              </button>{' '}
              {what}
            </li>
          ))}
        </Part>
        <Part n={evening.parcels.length} words={t('desk.closing.parcels', { n: evening.parcels.length })}>
          {evening.parcels.map(({ key, buyer, notes, gifts, promises }) => (
            <li key={key}>
              <button type="button" class="plain" onClick={() => session.openBuyer(buyer)}>
                <Name of={buyer.name} />
              </button>{' '}
              {[...promises, ...gifts, ...notes].map(({ what }) => what).join(' · ')}
            </li>
          ))}
        </Part>
        <Part
          n={unanswered}
          words={
            unanswered === 0
              ? t(waiting || evening.left.length > 0 ? 'desk.closing.nobody' : 'desk.closing.nobodySeen')
              : t('desk.closing.unanswered', { n: unanswered })
          }
        >
          {waiting?.map(({ key, name, seconds }) => (
            <li key={key}>
              <Name of={name} />{' '}
              <span class="quiet">{t('desk.closing.still', { wait: waitClock(seconds) })}</span>
            </li>
          ))}
          {evening.left.map(({ id, name, leftAt, buyerId }) => (
            <li key={id}>
              {buyerId === null || name === '' ? (
                t('desk.closing.someone')
              ) : (
                <button type="button" class="plain" onClick={() => session.openBuyer({ id: buyerId, name })}>
                  <Name of={name} />
                </button>
              )}{' '}
              <span class="quiet">
                {t('desk.closing.left', { time: clockOf(leftAt ?? '', book.world.timeZone) })}
              </span>
            </li>
          ))}
        </Part>
      </div>
      <button type="button" class="primary" onClick={() => printList(lang)}>
        <Icon name="parcel" /> {t('desk.closing.print')} <kbd class="key">↵</kbd>
      </button>
    </>
  );
}

interface PartProps {
  readonly n: number;
  readonly words: string;
  readonly children: ComponentChildren;
}

/** A number with its list; nothing to open where there is nothing. */
function Part({ n, words, children }: PartProps) {
  if (n === 0) return <p class="evening-line">{words}</p>;
  return (
    <details>
      <summary class="evening-line">{words}</summary>
      <ul class="evening-list">{children}</ul>
    </details>
  );
}

function clockOf(at: string, timeZone: string): string {
  const date = new Date(at);
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date);
}

/** The packing table is tomorrow's list; with this in its address it prints itself once it is drawn. */
function printList(lang: string): void {
  const fixed = new URLSearchParams(location.search).has('lang') ? `&lang=${lang}` : '';
  window.open(`/packing.html?print=list${fixed}`, '_blank', 'noopener');
}
