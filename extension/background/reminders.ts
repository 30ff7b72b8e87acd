import { onBookChanged } from '@extension/messaging';
import { browser } from 'wxt/browser';
import { NOTIFICATION } from './notification';
import { openPanel } from './open-panel';
import { sweep } from './sweep';

/** One alarm for everything, made anew at each look: alarms may be lost with the browser's profile. */
const ALARM = 'sweep';
/** The net under the exact time: a look that failed is repeated. */
const PERIOD_MINUTES = 30;
const SOON = 60_000;

/**
 * Reminds of promises by badge and desktop notification. Call at the top level of the service worker: it is
 * started for events, and only listeners added at once hear the event that started it.
 */
export function startReminders(): void {
  browser.runtime.onStartup.addListener(() => void look(true));
  browser.runtime.onInstalled.addListener(() => void look(true));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void look(false);
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id !== NOTIFICATION) return;
    void openPanel();
    void browser.notifications.clear(id);
  });
  onBookChanged(() => void look(false));
  void remakeAlarm();
}

/** Looks never overlap: two at once would both say the same. */
let queue: Promise<void> = Promise.resolve();

function look(starting: boolean): Promise<void> {
  queue = queue.then(async () => {
    const wait = await sweep(starting).catch(() => SOON);
    await setAlarm(wait);
  });
  return queue;
}

/** Enabling the extension fires neither of the two start events. */
async function remakeAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await setAlarm(SOON);
}

async function setAlarm(wait: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Date.now() + wait, periodInMinutes: PERIOD_MINUTES });
}
