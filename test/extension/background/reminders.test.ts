import { startReminders } from '@extension/background/reminders';
import { keepPromise, recordPromise } from '@extension/book/actions/promises';
import { saveSetting } from '@extension/book/actions/settings';
import { type OpenBook, openBook } from '@extension/book/open';
import { isZone, systemWorld } from '@extension/book/world';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../../setup/until';
import { anna, done, emptyDisk, promiseOf } from '../book/desk';
import { deliver, FROM_PAGE, fakeEvent, fakeRuntime, fromChat, OWN } from '../messaging/fake-browser';

const world = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: world.browser }));

const action = {
  setBadgeText: vi.fn(async (_: { text: string }) => undefined),
  setBadgeBackgroundColor: vi.fn(async () => undefined),
  setBadgeTextColor: vi.fn(async () => undefined),
  setTitle: vi.fn(async (_: { title: string }) => undefined),
};
const notify = vi.fn(async (..._: unknown[]) => 'promises');
const createTab = vi.fn(async (_: unknown) => undefined);
const openSide = vi.fn(async (_: unknown) => undefined);
let stored: Record<string, unknown> = {};
let alarms = new Map<string, { when: number }>();
let onAlarm = fakeEvent<[{ name: string }]>();
let onClicked = fakeEvent<[string]>();
let runtime = fakeRuntime();
let shop: OpenBook;

/** A service worker that has just been started by the browser: nothing of the last one is left. */
function wakeWorker(): void {
  runtime = fakeRuntime();
  onAlarm = fakeEvent();
  onClicked = fakeEvent();
  Object.assign(world.browser, {
    runtime,
    action,
    i18n: { getUILanguage: () => 'en' },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (values: object) => void Object.assign(stored, values),
      },
    },
    alarms: {
      onAlarm,
      get: async (name: string) => alarms.get(name),
      create: async (name: string, info: { when: number }) => void alarms.set(name, info),
    },
    notifications: { onClicked, create: notify, clear: vi.fn(async () => true) },
    sidePanel: { open: openSide },
    tabs: { query: async () => [{ id: 7 }], create: createTab },
  });
  startReminders();
}

const START = Date.parse('2026-11-22T12:00:00Z');
const lastBadge = () => action.setBadgeText.mock.lastCall?.[0].text;
const settled = (count: number) => until(() => expect(action.setTitle).toHaveBeenCalledTimes(count));

beforeEach(async () => {
  vi.clearAllMocks();
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  stored = {};
  alarms = new Map();
  emptyDisk();
  shop = await openBook(
    systemWorld(() => 'Asia/Shanghai'),
    'owner',
  );
  done(await saveSetting(shop, 'timeZone', 'Asia/Shanghai'));
});
afterEach(() => {
  shop.close();
  vi.useRealTimers();
});

describe('reminders', () => {
  it('come after the browser was started again, grouped in one notification', async () => {
    const dueOn = (day: string) => recordPromise(shop, anna, promiseOf({ due: { on: 'day', day } }));
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-30']) done(await dueOn(day));
    wakeWorker();
    runtime.onStartup.fire();
    await settled(1);
    expect(lastBadge()).toBe('2');
    expect(action.setTitle).toHaveBeenLastCalledWith({ title: 'Zhanggui: 2 due or late' });
    await until(() => expect(notify).toHaveBeenCalledTimes(1));
    expect(notify.mock.lastCall?.[1]).toMatchObject({
      iconUrl: `${OWN}icon/128.png`,
      message: '1 promise is late · 1 promise is due today\nFor Anna',
    });
    await until(() => expect(alarms.get('sweep')?.when).toBeGreaterThanOrEqual(START + 30 * 60_000));
  });

  it('are not repeated by the next worker, and go when the promise is kept', async () => {
    const made = done(await recordPromise(shop, anna, promiseOf({ due: { on: 'day', day: '2026-11-20' } })));
    wakeWorker();
    runtime.onStartup.fire();
    await until(() => expect(Object.keys(stored.told ?? {})).toHaveLength(1));
    wakeWorker();
    onAlarm.fire({ name: 'sweep' });
    await settled(2);
    done(await keepPromise(shop, made.changes.at(-1)!.id));
    await deliver(runtime, { type: 'book/changed', body: {} }, FROM_PAGE);
    await settled(3);
    expect(lastBadge()).toBe('');
    expect(action.setTitle).toHaveBeenLastCalledWith({ title: 'Zhanggui' });
    expect(notify).toHaveBeenCalledTimes(1);
    await until(() => expect(stored.told).toEqual({}));
  });

  it('hear of a change from our own pages only', async () => {
    wakeWorker();
    await deliver(runtime, { type: 'book/changed', body: {} }, fromChat());
    expect(action.setBadgeText).not.toHaveBeenCalled();
    await deliver(runtime, { type: 'book/changed', body: {} }, FROM_PAGE);
    await settled(1);
  });

  it('set up no book and no reminder where there is none', async () => {
    shop.close();
    emptyDisk();
    wakeWorker();
    runtime.onInstalled.fire();
    await settled(1);
    expect(lastBadge()).toBe('');
    expect(await Dexie.getDatabaseNames()).toEqual([]);
  });

  it('leave no connection open that would hold up a restore', async () => {
    wakeWorker();
    runtime.onStartup.fire();
    await until(() => expect(alarms.get('sweep')).toBeDefined());
    shop.close();
    await Dexie.delete('zhanggui-book-1');
    expect(await Dexie.exists('zhanggui-book-1')).toBe(false);
  });

  it('open the panel when clicked, or the same page as a tab where the browser refuses', async () => {
    wakeWorker();
    onClicked.fire('promises');
    await until(() => expect(openSide).toHaveBeenCalledWith({ tabId: 7 }));
    expect(createTab).not.toHaveBeenCalled();
    openSide.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'));
    onClicked.fire('promises');
    await until(() => expect(createTab).toHaveBeenCalledWith({ url: `${OWN}sidepanel.html` }));
    onClicked.fire('another');
    expect(openSide).toHaveBeenCalledTimes(2);
  });
});

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('"%s" is one: %s', (name, known) => {
    expect(isZone(name)).toBe(known);
  });
});
