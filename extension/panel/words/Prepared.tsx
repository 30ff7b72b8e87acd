import './words.css';
import { fillMessage, releaseMessage } from '@extension/book/actions/messages';
import { markSent } from '@extension/book/actions/sent';
import type { ReadyMessages } from '@extension/book/reads/messages';
import { Icon } from '@extension/ui/Icon';
import { Key } from '@extension/ui/Key';
import { useMore } from '@extension/ui/more';
import { shortDay } from '@extension/ui/when';
import type { PreparedMessage } from '@shared/records/message';
import { useId, useLayoutEffect } from 'preact/hooks';
import { usePanel } from '../state/context';

/** What was prepared for this buyer and may go out today (P11, P22): one key fills it, nothing is sent. */
export function Prepared({ ready: { due, filled } }: { readonly ready: ReadyMessages }) {
  const { t } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const id = useId();
  const today = session.today.value;
  const first = due[0];
  const fill = (message: PreparedMessage) =>
    void session.fill(message.text, async (line) => {
      await session.run(fillMessage(book, message.id, message.text), line);
    });
  // Before the frame is drawn: whoever reads the line may press its key.
  useLayoutEffect(() => {
    session.fillPrepared = first ? () => fill(first) : null;
    return () => {
      session.fillPrepared = null;
    };
  });
  if (due.length + filled.length === 0) return null;
  const drop = (message: PreparedMessage) =>
    void session.run(releaseMessage(book, message.id), { key: 'templates.prepared.dropped' });
  return (
    <section class="prepared" aria-labelledby={id}>
      <h2 id={id}>{t('templates.prepared')}</h2>
      <ul class="slip">
        {due.map((message) => (
          <li class="owed" key={message.id}>
            <p>{message.text}</p>
            <p class="quiet small">
              {t(`templates.reason.${message.reason}`)} · {shortDay(message.dueOn, today)}
            </p>
            <div class="acts">
              <button type="button" onClick={() => fill(message)}>
                <Icon name="fill" /> {t('panel.owe.fill')} {message === first && <Key letter="M" />}
              </button>
              <button type="button" class="plain" onClick={() => drop(message)}>
                {t('templates.prepared.drop')}
              </button>
            </div>
          </li>
        ))}
        {filled.map((message) => (
          <li class="owed" key={message.id}>
            <p>{message.text}</p>
            <div class="acts">
              <span class="quiet small">{t('records.promise.state.to-be-sent')}</span>
              <button
                type="button"
                class="plain"
                onClick={() =>
                  void session.run(markSent(book, 'messages', [message.id]), {
                    key: 'panel.done.messageSent',
                  })
                }
              >
                {t('panel.owe.sent')}
              </button>
              <button type="button" class="plain" onClick={() => drop(message)}>
                {t('templates.prepared.drop')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
