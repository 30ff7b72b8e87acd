import './teach.css';
import { rememberAllowed } from '@extension/book/actions/allowed-sites';
import { saveSite } from '@extension/book/actions/sites';
import { addressesOf } from '@extension/chat/sites';
import { STEPS } from '@extension/chat/teach/steps';
import { notifySitesChanged } from '@extension/messaging';
import { useMore } from '@extension/ui/more';
import type { Json } from '@shared/text/json';
import { usePanel } from '../state/context';
import { AllowAddress } from './AllowAddress';
import { baseSite } from './base-site';
import { Found } from './Found';
import { type Seen, useTeaching } from './use-teaching';

/** Teaches a page by pointing: what is asked, what can be left out, what it leads to, and keeping it. */
export function Teach() {
  const { t, lang } = useMore();
  const { session } = usePanel();
  const { book } = session;
  const followed = session.followed.value;
  const course = useTeaching({
    tabId: followed?.tabId ?? null,
    day: session.today.value,
    say: (step) => `${t(`teach.ask.${step}`)} · ${t('teach.esc')}`,
    baseOf: (address) => baseSite(book, address),
  });
  const { phase, at, taken, refused, paused, trouble, seen } = course.state;
  const step = STEPS[at];

  async function keep({ adapter }: Seen): Promise<void> {
    const site = lang === 'en' ? adapter.label.en : adapter.label.zh;
    // Optional keys that are absent are undefined in the parsed adapter; JSON has no such value.
    const json = JSON.parse(JSON.stringify({ schema: 1, ...adapter })) as { [key: string]: Json } & {
      id: string;
    };
    const ack = await session.run(saveSite(book, json), { key: 'teach.saved', params: { site } });
    if (!ack.ok) return;
    course.end();
    void rememberAllowed(book, addressesOf(adapter));
    await notifySitesChanged();
    session.desk.value = null;
  }

  if (followed?.state.status === 'needs-permission') return <AllowAddress />;
  if (phase === 'start' || !step) {
    return (
      <div class="teach">
        {trouble && (
          <p class="fault" role="alert">
            {t(`teach.${trouble}`)}
          </p>
        )}
        <p>{t('teach.intro')}</p>
        <button type="button" class="primary" onClick={course.begin}>
          {t('teach.begin')}
        </button>
      </div>
    );
  }
  if (phase === 'preview') {
    return (
      <div class="teach">
        <h3>{t('teach.preview')}</h3>
        {taken.size === 0 ? <p>{t('teach.nothing')}</p> : seen && <Found seen={seen} />}
        {taken.size > 0 && <p class="quiet small">{t('teach.live')}</p>}
        <div class="acts">
          {seen && taken.size > 0 && (
            <button type="button" class="primary" onClick={() => void keep(seen)}>
              {t('teach.save')}
            </button>
          )}
          <button type="button" onClick={course.begin}>
            {t('teach.again')}
          </button>
        </div>
      </div>
    );
  }
  const before = STEPS.slice(0, at).findLast((one) => taken.has(one));
  return (
    <div class="teach">
      {/* Read out step by step: the seller looks at the page meanwhile. */}
      <div aria-live="polite">
        <p class="quiet small">{t('teach.step', { n: at + 1, all: STEPS.length })}</p>
        <p class="teach-ask">{t(paused ? 'teach.paused' : `teach.ask.${step}`)}</p>
        {refused && !paused && <p class="fault">{t(`teach.no.${refused}`)}</p>}
      </div>
      {before && taken.get(before) && (
        <p class="quiet small">{t('teach.taken', { words: taken.get(before) ?? '' })}</p>
      )}
      <p class="quiet small">{t(`teach.lost.${step}`)}</p>
      <div class="acts">
        {paused && (
          <button type="button" class="primary" onClick={course.goOn}>
            {t('teach.on')}
          </button>
        )}
        <button type="button" onClick={course.skip}>
          {t('teach.skip')}
        </button>
        {at > 0 && (
          <button type="button" class="plain" onClick={course.back}>
            {t('teach.back')}
          </button>
        )}
      </div>
    </div>
  );
}
