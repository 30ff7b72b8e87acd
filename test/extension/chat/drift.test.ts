// @vitest-environment happy-dom
import { adapterForAddress } from '@extension/chat/another-page';
import { checkHealth, knownHealth, workedSoFar } from '@extension/chat/engine/health';
import { look } from '@extension/chat/engine/look';
import { createMemory } from '@extension/chat/engine/memory';
import { isMark, isTimeLike, saysWaiting } from '@extension/chat/generic/leaves';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundled, follow, one, PDD_URL, show, TEN } from './page';

const pdd = bundled('pdd');

beforeEach(() => show('pdd/open.html'));

describe('how each field was found', () => {
  it('names the candidate that won, from 1', () => {
    expect(follow(pdd, PDD_URL).see().won).toEqual({
      key: '1',
      name: '1',
      list: '1',
      messages: '1',
      composer: '1',
    });
  });

  it('names the second where the first is gone', () => {
    one('.chatWindowHeader').remove();
    one('#replyTextarea').removeAttribute('id');
    for (const row of document.querySelectorAll('.chat-item-box')) row.removeAttribute('data-random');
    expect(follow(pdd, PDD_URL).see().won).toMatchObject({ key: '2', list: '2', composer: '2' });
  });
});

describe('what used to work and is gone', () => {
  it('is said once it stays away, and only then', () => {
    const page = follow(pdd, PDD_URL);
    page.see();
    one('#replyTextarea').remove();
    expect(page.see(1).status).toBe('connected');
    expect(page.see(5)).toMatchObject({ status: 'changed', missing: ['composer'] });
  });

  it('is remembered from another day, but counts only when the part stands elsewhere in the page', () => {
    const health = knownHealth(['list', 'composer']);
    const found = new Map([['list', false] as const, ['composer', false] as const]);
    checkHealth(health, found, 0);
    expect(checkHealth(health, found, 4000)).toMatchObject({ missing: ['list', 'composer'], changed: false });
    expect(checkHealth(health, found, 8000, new Set(['composer']))).toMatchObject({ changed: true });
  });

  it('never worked is no change', () => {
    const health = knownHealth([]);
    const found = new Map([['composer', false] as const]);
    checkHealth(health, found, 0);
    expect(checkHealth(health, found, 4000, new Set(['composer']))).toMatchObject({ changed: false });
    expect(workedSoFar(health)).toEqual([]);
  });

  it('an empty inbox in the morning is no changed page', () => {
    document.body.innerHTML = '<div class="merchantApp"></div>';
    const memory = createMemory(false, ['ready', 'list', 'name', 'messages', 'composer']);
    const at = (seconds: number) =>
      look(pdd, { document, url: PDD_URL, topUrl: PDD_URL, now: TEN + seconds * 1000 }, memory).state.status;
    expect(at(0)).toBe('connecting');
    expect(at(60)).toBe('teach');
  });
});

describe('the address of a page nobody described', () => {
  it('follows its host and nothing else', () => {
    expect(adapterForAddress(' https://kf.youzan.com/im?x=1#/a ')).toEqual({
      id: 'page-kf.youzan.com',
      label: { zh: 'kf.youzan.com', en: 'kf.youzan.com' },
      matches: ['https://kf.youzan.com/*'],
    });
  });

  it.each(['', 'youzan', 'http://kf.youzan.com/', 'javascript:alert(1)', 'https://localhost.', 'file:///a'])(
    'refuses %j',
    (address) => expect(adapterForAddress(address)).toBeNull(),
  );
});

describe('words of a page nobody described', () => {
  it.each([
    '09:58',
    '昨天 18:20',
    '2026-11-21 09:00',
    'Yesterday 3:04 PM',
    '3分钟前',
    '周三',
    '11月22日',
    'Nov 22, 10:30',
    'Sunday Nov 22nd 2026',
  ])('%s is a time', (text) => expect(isTimeLike(text)).toBe(true));
  it.each(['3号发货', '在吗', '12', '小雨', '今天发货吗', 'may I'])('%s is none', (text) =>
    expect(isTimeLike(text)).toBe(false),
  );
  it.each(['未回复', '请在3分钟内回复', '等待 4分钟', 'Not replied', '已超时'])('%s waits', (text) =>
    expect(saysWaiting(text)).toBe(true),
  );
  it.each(['请问在吗', '等了3分钟了', '3分钟'])('%s does not say so', (text) =>
    expect(saysWaiting(text)).toBe(false),
  );
  it('receipts are no words of a message', () => {
    expect(['已读', 'Seen', '✓✓'].every(isMark)).toBe(true);
    expect(isMark('已读不回')).toBe(false);
  });
});
