import { beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../../setup/until';
import { deliver, FROM_PAGE, fakeEvent, fakeRuntime, fromChat, OWN } from './fake-browser';

const world = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser: world.browser }));

const { onPanelCommand } = await import('@extension/messaging/commands');
const { startCommands } = await import('@extension/background/commands');

let runtime = fakeRuntime();
let onCommand = fakeEvent<[string, { id: number }?]>();
const open = vi.fn(async (_: unknown) => undefined);
beforeEach(() => {
  runtime = fakeRuntime();
  onCommand = fakeEvent();
  open.mockClear();
  Object.assign(world.browser, { runtime, commands: { onCommand }, sidePanel: { open } });
});

const FROM_WORKER = { url: `${OWN}background.js` };

describe('a key of the browser', () => {
  it('is heard by the panel of its tab and by no other', async () => {
    const heard: unknown[] = [];
    onPanelCommand((command, tabId) => {
      heard.push([command, tabId]);
      return tabId === 7;
    });
    const ask = (body: unknown, from: object = FROM_WORKER) =>
      deliver(runtime, { type: 'panel/do', body }, from);
    expect(await ask({ command: 'promise', tabId: 7 })).toBe(true);
    expect(await ask({ command: 'promise', tabId: 8 })).toBeUndefined();
    expect(heard).toHaveLength(2);
  });

  it('is not heard from a page of somebody else, nor in another shape', async () => {
    const handle = vi.fn(() => true);
    onPanelCommand(handle);
    const body = { command: 'promise', tabId: 7 };
    expect(await deliver(runtime, { type: 'panel/do', body }, fromChat())).toBeUndefined();
    for (const bad of [{ command: 'wipe', tabId: 7 }, { command: 'promise', tabId: '7' }, null])
      expect(await deliver(runtime, { type: 'panel/do', body: bad }, FROM_PAGE)).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });

  it('opens the panel at once and asks it until it is there', async () => {
    runtime.sendMessage.mockResolvedValueOnce(undefined).mockResolvedValue(true);
    startCommands();
    onCommand.fire('apology', { id: 7 });
    expect(open).toHaveBeenCalledWith({ tabId: 7 });
    await until(() => expect(runtime.sendMessage).toHaveBeenCalledTimes(2));
    expect(runtime.sendMessage).toHaveBeenLastCalledWith({
      type: 'panel/do',
      body: { command: 'apology', tabId: 7 },
    });
  });

  it('that is unknown, or pressed in no tab, does nothing', () => {
    startCommands();
    onCommand.fire('wipe', { id: 7 });
    onCommand.fire('promise');
    expect(open).not.toHaveBeenCalled();
    expect(runtime.sendMessage).not.toHaveBeenCalled();
  });
});
