import { readWord, startTeaching } from '@extension/messaging/teach';
import { TEACH_LINE } from '@extension/messaging/teach-words';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatWith } from '../panel/stage-chat';

type Listener = (...args: never[]) => void;
const world = vi.hoisted(() => ({
  connect: new Set<Listener>(),
  injected: [] as unknown[],
  locked: false,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'us',
      getURL: (path: string) => `chrome-extension://us${path}`,
      onConnect: {
        addListener: (listener: Listener) => world.connect.add(listener),
        removeListener: (listener: Listener) => world.connect.delete(listener),
      },
    },
    scripting: {
      executeScript: async (script: unknown) => {
        if (world.locked) throw new Error('Cannot access contents of the page.');
        world.injected.push(script);
      },
    },
  },
}));

beforeEach(() => {
  world.connect.clear();
  world.injected = [];
  world.locked = false;
});

/** A line as the browser would open it, from whoever is named. */
function dial(sender: object, name = TEACH_LINE) {
  const heard = new Set<(message: unknown) => void>();
  const sent: unknown[] = [];
  const port = {
    name,
    sender,
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.add(listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (message: unknown) => void sent.push(message),
    disconnect: () => undefined,
  };
  for (const listener of world.connect) (listener as (port: unknown) => void)(port);
  const say = (message: unknown) => {
    for (const listener of heard) listener(message);
  };
  return { sent, say };
}

const ours = { id: 'us', url: 'https://talk.example/desk', frameId: 3, tab: { id: 7 } };

describe('the line to a page that is being taught', () => {
  it('is heard only from our own script in that very tab', async () => {
    const onHeard = vi.fn();
    const teaching = await startTeaching(7, { onHeard, onFrames: () => undefined });
    expect(world.injected).toEqual([{ target: { tabId: 7, allFrames: true }, files: ['/picker.js'] }]);
    for (const other of [
      { ...ours, id: 'another-extension' },
      { ...ours, tab: { id: 8 } },
      { ...ours, tab: undefined },
      { ...ours, url: 'chrome-extension://us/options.html' },
    ]) {
      dial(other).say({ told: 'left' });
    }
    dial(ours, 'other').say({ told: 'left' });
    expect(onHeard).not.toHaveBeenCalled();
    expect(teaching?.frames()).toEqual([]);
    const line = dial(ours);
    line.say({ told: 'left' });
    expect(onHeard).toHaveBeenCalledTimes(1);
    const [frame] = teaching?.frames() ?? [];
    expect(frame).toMatchObject({ frameId: 3, url: 'https://talk.example/desk' });
    frame?.post({ do: 'rest' });
    expect(line.sent).toEqual([{ do: 'rest' }]);
    teaching?.stop();
    expect(world.connect.size).toBe(0);
  });

  it('is not opened where the browser does not let us in', async () => {
    world.locked = true;
    expect(await startTeaching(7, { onHeard: () => undefined, onFrames: () => undefined })).toBeNull();
    expect(world.connect.size).toBe(0);
  });
});

describe('what comes over it', () => {
  const adapter = { id: 'x', label: { zh: 'x', en: 'x' }, matches: ['https://talk.example/*'] };
  const preview = {
    told: 'preview',
    adapter,
    state: chatWith('Anna', 'Anna', { conversation: null }),
    box: true,
  };

  it('is what our picker says, and nothing else', () => {
    expect(readWord({ told: 'picked', step: 'name', words: 'Anna' })).toMatchObject({ step: 'name' });
    expect(readWord(preview)).toMatchObject({ told: 'preview', adapter: { id: 'x' } });
    for (const other of [
      null,
      'left',
      {},
      { told: 'picked', step: 'send', words: '' },
      { told: 'picked', step: 'name', words: 'x'.repeat(61) },
      { told: 'refused', step: 'name', why: '<img>' },
      { ...preview, state: { ...preview.state, status: 'rich' } },
      { ...preview, adapter: { ...adapter, matches: ['<all_urls>'] } },
      { ...preview, adapter: { ...adapter, matches: ['http://talk.example/*'] } },
      { ...preview, adapter: { ...adapter, composer: { box: ['x'.repeat(301)] } } },
    ])
      expect(readWord(other)).toBeNull();
  });

  it('is at most as large as a site may be', () => {
    const box = Array.from({ length: 30 }, (_, at) => `${'a'.repeat(290)}${at}`);
    const item = box;
    const large = {
      ...adapter,
      composer: { box, send: box },
      list: { root: box, item },
      messages: { root: box, item },
      ready: box,
      signedOut: box,
    };
    expect(readWord({ ...preview, adapter: large })).toBeNull();
  });
});
