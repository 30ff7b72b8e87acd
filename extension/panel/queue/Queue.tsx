import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { waitClock } from '@extension/ui/when';
import { useWords } from '@extension/ui/words';
import { useId, useState } from 'preact/hooks';
import { HandQueue } from '../companion';
import { useHandLine } from '../companion/use-hand-line';
import { QueueBoard } from '../desk';
import { usePanel } from '../state/context';
import { useApology } from './use-apology';
import { openWaiting, type Waiting, waitingOf } from './waiting';

/** Who waits: a strip at the foot, the line itself when opened (P10). */
export function Queue() {
  const { t } = useWords();
  const { session } = usePanel();
  const id = useId();
  const [open, setOpen] = useState(session.all);
  const apologise = useApology();
  // Where no page shows who waits, the line kept by hand stands in (J24).
  const byHand = !session.chat.value?.rows;
  const hand = useHandLine(session, byHand);
  const waiting = hand ?? waitingOf(session.chat.value, session.now.value);
  const n = waiting?.length ?? 0;
  // The same line stands in full over Today then.
  const above = hand && session.companion.value && session.subject.value.kind === 'today';
  if ((n === 0 || above) && !session.all) return null;
  const mine = openWaiting(waiting);
  const longest = waiting?.[0];
  return (
    <section
      class="queue"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <div class="queue-strip">
        <h2 id={id}>{t('panel.region.queue')}</h2>
        {longest ? (
          <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name="wait" /> {t('panel.queue.waiting', { n })}
            <span class="quiet long"> · {t('panel.queue.longest', { wait: waitText(longest) })}</span>
            <span class="quiet short" aria-hidden="true">
              {' '}
              · {waitText(longest)}
            </span>
          </button>
        ) : (
          <span class="quiet">{t(waiting ? 'panel.queue.nobody' : 'panel.queue.unknown')}</span>
        )}
        {mine && session.subject.value.kind === 'buyer' && (
          <button type="button" class="primary" onClick={() => void apologise()}>
            {t('panel.act.apology')} <Key letter="A" />
          </button>
        )}
      </div>
      {session.preparing.value && (
        <p class="notice">{t(mine ? 'panel.queue.prepared' : 'panel.queue.preparing')}</p>
      )}
      {open && waiting && n > 0 && (hand ? <HandQueue /> : <QueueBoard waiting={waiting} />)}
    </section>
  );
}

/** Exact where the page counts, else at least as long as we have seen it. */
function waitText({ seconds, exact }: Waiting): string {
  return `${exact ? '' : '≥ '}${waitClock(seconds)}`;
}
