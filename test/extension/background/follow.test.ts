import { startFollowing } from '@extension/background/follow';
import type { KnownSite } from '@extension/messaging/protocol';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deliver, FROM_PAGE, fakeEvent, fakeRuntime, fromChat } from '../messaging/fake-browser';

const world = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: world.browser }));

const local = {
  id: 'practice',
  label: { zh: '练习店', en: 'Practice shop' },
  matches: ['http://127.0.0.1:4173/*'],
  ready: ['#chat'],
};

let runtime = fakeRuntime();
let held = new Set<string>();
let scripts: { id: string; matches: string[] }[] = [];
let own: object[] = [];
let permissions = { onAdded: fakeEvent<[]>(), onRemoved: fakeEvent<[]>() };
const executeScript = vi.fn(async (_: unknown) => []);
const sendMessage = vi.fn(async (..._: unknown[]) => undefined);

/** A browser with one open tab for each allowed pattern. */
function browserNow() {
  return {
    runtime,
    permissions: {
      ...permissions,
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => held.has(it)),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      registerContentScripts: async (added: typeof scripts) => {
        if (scripts.length > 0) throw new Error('Duplicate script ID');
        scripts = added;
      },
      updateContentScripts: async (changed: typeof scripts) => {
        scripts = changed;
      },
      unregisterContentScripts: async () => {
        scripts = [];
      },
      executeScript,
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) => (url ? url.map((_, id) => ({ id })) : [{ id: 9 }]),
      sendMessage,
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  runtime = fakeRuntime();
  permissions = { onAdded: fakeEvent<[]>(), onRemoved: fakeEvent<[]>() };
  held = new Set();
  scripts = [];
  own = [];
  executeScript.mockClear();
  sendMessage.mockClear();
  Object.assign(world.browser, browserNow());
  startFollowing(async () => own as never);
});

describe('where the content script runs', () => {
  it('nowhere, before the seller has allowed a site', async () => {
    runtime.onInstalled.fire();
    await settle();
    expect(scripts).toEqual([]);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('on allowed sites only, open pages included, and no more once that is taken back', async () => {
    held.add('https://mms.pinduoduo.com/*');
    permissions.onAdded.fire();
    await settle();
    expect(scripts.map(({ matches }) => matches)).toEqual([['https://mms.pinduoduo.com/*']]);
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 0, allFrames: true },
      files: ['/chat.js'],
    });
    held.clear();
    permissions.onRemoved.fire();
    await settle();
    expect(scripts).toEqual([]);
    expect(sendMessage).toHaveBeenCalledWith(9, { type: 'chat/refresh', body: {} });
  });

  it('on an imported site at once, when its permission is held already', async () => {
    held.add('http://127.0.0.1/*');
    own = [local];
    await deliver(runtime, { type: 'sites/changed', body: {} }, FROM_PAGE);
    await settle();
    expect(scripts[0]?.matches).toEqual(['http://127.0.0.1/*']);
    expect(executeScript).toHaveBeenCalledOnce();
  });

  it('once, however many things happen at the same time', async () => {
    held.add('https://mms.pinduoduo.com/*');
    for (let times = 0; times < 5; times += 1) permissions.onAdded.fire();
    await settle();
    expect(scripts).toHaveLength(1);
  });
});

describe('which site a page is', () => {
  const hello = (url: string, sender: object = fromChat(url)) =>
    deliver(runtime, { type: 'chat/hello', body: { url } }, sender);

  it('is told to pages of allowed sites', async () => {
    held.add('https://mms.pinduoduo.com/*');
    const url = 'https://mms.pinduoduo.com/chat-merchant/index.html';
    expect(await hello(url)).toMatchObject({ adapter: { id: 'pdd' }, frameId: 0, topUrl: url });
  });

  it('is not told where the permission was taken back, or where nothing is known', async () => {
    expect(await hello('https://mms.pinduoduo.com/chat-merchant/')).toMatchObject({ adapter: null });
    held.add('https://example.com/*');
    expect(await hello('https://example.com/')).toMatchObject({ adapter: null });
  });

  it('goes by what the browser says of the sender, not by what the page claims', async () => {
    held.add('https://evil.example/*');
    held.add('https://mms.pinduoduo.com/*');
    const claimed = 'https://mms.pinduoduo.com/chat-merchant/';
    expect(await hello(claimed, fromChat('https://evil.example/'))).toMatchObject({ adapter: null });
  });

  it('is the own description where the seller has one', async () => {
    held.add('http://127.0.0.1/*');
    own = [local, { ...local, id: 'broken', matches: ['http://evil/*'] }];
    const url = 'http://127.0.0.1:4173/chat';
    expect(await hello(url)).toMatchObject({ adapter: { id: 'practice' } });
  });
});

describe('the sites that can be followed', () => {
  it('are listed for our own pages, with what is allowed', async () => {
    held.add('https://mms.pinduoduo.com/*');
    own = [local];
    const sites = (await deliver(runtime, { type: 'sites/known', body: {} }, FROM_PAGE)) as KnownSite[];
    expect(sites[0]).toMatchObject({ id: 'practice', own: true, held: false });
    expect(sites.filter((site) => site.held).map(({ id }) => id)).toEqual(['pdd']);
    expect(await deliver(runtime, { type: 'sites/known', body: {} }, fromChat())).toBeUndefined();
  });
});
