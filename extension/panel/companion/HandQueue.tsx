import './companion.css';
import { addWaiting, endWaiting } from '@extension/book/actions/companion';
import { type HandWait, handQueue } from '@extension/book/reads/hand-queue';
import { TextField } from '@extension/ui/fields';
import { Icon } from '@extension/ui/Icon';
import { useMore } from '@extension/ui/more';
import { Name } from '@extension/ui/Name';
import { useLive } from '@extension/ui/use-live';
import { waitClock } from '@extension/ui/when';
import { useState } from 'preact/hooks';
import { usePanel } from '../state/context';
import { asWaiting } from './hand-waiting';
import { prepareHand } from './prepare-hand';
import { byName, lastProgram } from './programs';

const MOST_MINUTES = 600;

/** The line kept by hand: who waits and since when, struck off with one press, the apology prepared for all. */
export function HandQueue() {
  const { t } = useMore();
  const { session, settings } = usePanel();
  const { book } = session;
  const waits = useLive(() => handQueue(book), [book]) ?? [];
  const [name, setName] = useState('');
  const [minutes, setMinutes] = useState('');
  const [wrong, setWrong] = useState(false);
  const line = asWaiting(waits, session.now.value);

  async function add(event: Event): Promise<void> {
    event.preventDefault();
    const length = minutes.trim() === '' ? 0 : Number(minutes);
    const bad = !Number.isFinite(length) || length < 0 || length > MOST_MINUTES;
    setWrong(bad);
    if (bad || name.trim() === '') return;
    const platform = lastProgram(session.storage);
    const who = byName(platform, name);
    const wait = {
      platform,
      name: who.account.displayName,
      since: book.world.now() - length * 60_000,
      exact: length > 0,
    };
    const done = { key: 'companion.added', params: { name: wait.name } } as const;
    const ack = await session.run(addWaiting(book, who, wait), done);
    if (!ack.ok) return;
    setName('');
    setMinutes('');
  }
  const strike = (wait: HandWait, end: 'answered' | 'left') =>
    void session.run(endWaiting(book, wait.id, end), {
      key: 'companion.struck',
      params: { name: wait.name },
    });
  return (
    <section class="hand-queue" aria-label={t('companion.line')}>
      <h3>{t('companion.line')}</h3>
      {waits.length === 0 && <p class="quiet small">{t('companion.lineEmpty')}</p>}
      {waits.length > 0 && (
        <ol class="line">
          {waits.map((wait, index) => (
            <li key={wait.id}>
              <span class="place">{index + 1}</span>
              <button
                type="button"
                class="plain who"
                onClick={() => session.openBuyer({ id: wait.buyerId, name: wait.name })}
              >
                <Name of={wait.name} />
              </button>
              <span class="wait">
                {wait.exact ? '' : '≥ '}
                {waitClock(line[index]?.seconds ?? 0)}
              </span>
              <span class="strike">
                <button type="button" class="plain" onClick={() => strike(wait, 'answered')}>
                  <Icon name="check" /> {t('companion.answered')}
                </button>
                <button type="button" class="plain" onClick={() => strike(wait, 'left')}>
                  {t('companion.left')}
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <form class="add-wait" onSubmit={(event) => void add(event)}>
        <TextField label={t('companion.name')} value={name} onValue={setName} />
        <TextField
          label={t('companion.minutes')}
          value={minutes}
          onValue={setMinutes}
          narrow
          wrong={wrong}
          hint={wrong ? t('companion.minutesBad') : undefined}
        />
        <button type="submit">{t('companion.add')}</button>
      </form>
      {waits.length > 0 && (
        <button type="button" onClick={() => void prepareHand(session, settings, waits, t)}>
          {t('panel.queue.prepare')}
        </button>
      )}
    </section>
  );
}
