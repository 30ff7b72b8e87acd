// @vitest-environment happy-dom
import { type Engine, startEngine } from '@extension/chat/engine/engine';
import type { ChatState } from '@extension/messaging/chat-state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundled, one, PDD_URL, show, TEN } from './page';

// Tries F-34, F-71 of test/faults.md.

let told: { readonly state: ChatState; readonly at: number }[] = [];
let engine: Engine | null = null;
let alive = true;

function start(change: { readonly isTop?: boolean } = {}): Engine {
  engine = startEngine({
    adapter: bundled('pdd'),
    isTop: change.isTop ?? true,
    topUrl: () => PDD_URL,
    startedLate: false,
    firefox: false,
    post: (state) => told.push({ state, at: Date.now() }),
    alive: () => alive,
    onAddress: () => {},
  });
  return engine;
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers({ now: TEN });
  (globalThis as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(PDD_URL);
  show('pdd/open.html');
  told = [];
  alive = true;
});

afterEach(() => {
  engine?.stop();
  engine = null;
  vi.useRealTimers();
});

describe('what is told, and when', () => {
  it('the first look at once', () => {
    start();
    expect(told.map(({ state }) => [state.status, state.buyer?.key])).toEqual([['connected', '810001']]);
  });

  it('nothing, as long as only the timers of the page run', async () => {
    start();
    for (let second = 0; second < 60; second += 1) {
      one('.chat-unreply-time').textContent = `4分钟${'​'.repeat(second % 2)}`;
      await pass(1000);
    }
    expect(told).toHaveLength(1);
  });

  it('at most once a second, whatever the page does', async () => {
    start();
    for (let step = 0; step < 100; step += 1) {
      one('.chat-message-content').textContent = `第${step}条`;
      await pass(100);
    }
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(11);
    expect(told.at(-1)?.state.rows?.[0]?.preview).toMatch(/^第9\d条$/);
  });

  it('another buyer without waiting for the second to pass', async () => {
    start();
    await pass(1100);
    one('.chat-message-content').textContent = '新消息';
    await pass(200);
    expect(told).toHaveLength(2);
    one('.chat-item-box.active').classList.remove('active');
    one('[data-random^="810003"]').classList.add('active');
    await pass(200);
    expect(told).toHaveLength(3);
    expect(told[2]?.state.buyer).toBeNull();
  });

  it('what the seller has marked, and the draft', async () => {
    start();
    await pass(1100);
    one<HTMLTextAreaElement>('#replyTextarea').value = '在的';
    one('#replyTextarea').dispatchEvent(new Event('input', { bubbles: true }));
    const range = document.createRange();
    range.selectNodeContents(one('#middlePanel_list_2 .msg-content-box'));
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    await pass(3000);
    expect(told.at(-1)?.state).toMatchObject({ draft: '在的', selection: '在的亲' });
  });
});

describe('who may speak', () => {
  it('a frame without the chat stays silent', async () => {
    document.body.innerHTML = '<main></main>';
    start({ isTop: false });
    await pass(60_000);
    expect(told).toEqual([]);
    expect(engine?.ask()).toBeNull();
  });

  it('a frame with the chat speaks', () => {
    start({ isTop: false });
    expect(told).toHaveLength(1);
  });

  it('an orphan of an earlier version leaves the page alone', async () => {
    start();
    alive = false;
    await pass(1100);
    one('.chat-message-content').textContent = '新消息';
    await pass(10_000);
    expect(told).toHaveLength(1);
  });
});

describe('filling', () => {
  it('is refused for a buyer who is not open any more, and after a new message', async () => {
    const { fill } = start();
    const request = { text: 'x', buyerKey: '810001', lastMessageId: '5', draft: 'refuse' } as const;
    const changed = { ok: false, reason: 'changed' };
    expect(await fill({ ...request, buyerKey: '810002' })).toEqual(changed);
    expect(await fill({ ...request, lastMessageId: '4' })).toEqual(changed);
    one('.textarea-rect').remove();
    expect(await fill(request)).toEqual({ ok: false, reason: 'no-box' });
  });
});
