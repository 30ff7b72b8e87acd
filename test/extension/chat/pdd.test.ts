// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { bundled, type Followed, follow, one, PDD_URL, show, TEN } from './page';

const pdd = bundled('pdd');
let page: Followed;

/** What Pinduoduo does on a click: the row first, header and messages when they arrive. */
function openRow(index: number): void {
  const rows = [...document.querySelectorAll('.chat-item-box')];
  for (const [at, row] of rows.entries()) row.classList.toggle('active', at === index);
}

function header(name: string): void {
  one('.chatWindowHeader .nickname-span').textContent = name;
}

function messages(html: string): void {
  one('.msg-list').innerHTML = html;
}

function message(id: number, uid: string, text: string): string {
  return `<li class="onemsg" id="middlePanel_list_${id}"><div class="buyer-item" currentuid="${uid}">
    <div class="msg-content"><p class="msg-content-box">${text}</p></div></div></li>`;
}

beforeEach(() => {
  show('pdd/open.html');
  page = follow(pdd, PDD_URL);
});

describe('an open conversation', () => {
  it('names the buyer by the platform id, though the nickname is masked', () => {
    const state = page.see();
    expect(state.status).toBe('connected');
    expect(state.buyer).toEqual({
      platform: 'pdd',
      strength: 'platform',
      key: '810001',
      name: 'E***E',
      masked: true,
      sure: true,
    });
    expect(state.missing).toEqual([]);
  });

  it('reads messages with side, words and the time of their group, over midnight', () => {
    const late = Date.UTC(2026, 10, 21, 15, 58, 10);
    const early = Date.UTC(2026, 10, 21, 16, 3, 0);
    expect(page.see().messages).toEqual([
      { id: '1', side: 'buyer', text: '在吗🙂', at: late },
      { id: '2', side: 'seller', text: '在的亲', at: late },
      { id: '3', side: 'buyer', text: '', at: early },
      { id: '4', side: 'unknown', text: '', at: early },
      { id: '5', side: 'system', text: '系统提示', at: early },
    ]);
  });

  it('reads the order number once, from attribute and card', () => {
    expect(page.see().orderNumbers).toEqual(['261121-100000000000001']);
  });

  it('puts those who wait in line by how long they wait', () => {
    const rows = page.see().rows;
    expect(rows?.map(({ key, place, waitExact }) => ({ key, place, waitExact }))).toEqual([
      { key: '810001', place: 2, waitExact: true },
      { key: '810002', place: 1, waitExact: true },
      { key: '810003', place: null, waitExact: false },
    ]);
    expect(rows?.[0]?.waitingSince).toBe(TEN - 240_000);
    expect(rows?.[1]?.waitingSince).toBe(TEN - 720_000);
  });

  it('shows what stands in the reply box', () => {
    one<HTMLTextAreaElement>('#replyTextarea').value = '亲，这次';
    expect(page.see().draft).toBe('亲，这次');
  });
});

describe('a switch', () => {
  it('never shows the old buyer, not even while header and messages lag behind', () => {
    page.see();
    openRow(2);
    const between = page.see(1);
    expect(between.buyer).toBeNull();
    expect(between.status).toBe('unsure');
    header('山**月');
    messages(message(31, '810003', '谢谢'));
    const after = page.see(2);
    expect(after.buyer?.key).toBe('810003');
    expect(after.status).toBe('connected');
    expect(after.messages.map(({ id }) => id)).toEqual(['31']);
    expect(after.orderNumbers).toEqual([]);
  });

  it('tells two buyers of the same masked name apart by their ids', () => {
    expect(page.see().buyer?.key).toBe('810001');
    openRow(1);
    // Same name in row and header; the messages on screen are still the first one's.
    expect(page.see(1).buyer).toBeNull();
    messages(message(21, '810002', '等了10分钟了'));
    expect(page.see(2).buyer).toMatchObject({ key: '810002', name: 'E***E', sure: true });
  });

  it('keeps messages that linger from the last buyer out of the next one', () => {
    page.see();
    openRow(2);
    header('山**月');
    for (const holder of document.querySelectorAll('[currentuid]')) holder.removeAttribute('currentuid');
    const state = page.see(1);
    expect(state.buyer?.key).toBe('810003');
    expect(state.messages).toEqual([]);
    expect(state.orderNumbers).toEqual([]);
  });

  it('says "not sure" when row and header name different buyers', () => {
    header('别人');
    const state = page.see();
    expect(state.status).toBe('unsure');
    expect(state.buyer).toBeNull();
    expect(state.candidates).toEqual(['别人', 'E***E']);
  });

  it('says that no conversation is open when none is', () => {
    page.see();
    openRow(-1);
    one('.chatWindowHeader').remove();
    messages('');
    const state = page.see(1);
    expect(state.status).toBe('no-conversation');
    expect(state.buyer).toBeNull();
  });
});

describe('waiting clocks', () => {
  const since = (state: ReturnType<Followed['see']>) => state.rows?.[0]?.waitingSince;
  const say = (text: string) => {
    one('.chat-unreply-time').textContent = text;
  };

  it('stand still while the page ticks', () => {
    const start = since(page.see());
    for (let second = 1; second <= 120; second += 1) {
      say(`${4 + Math.floor(second / 60)}分钟`);
      expect(since(page.see(second))).toBe(start);
    }
  });

  it('are corrected when the page says something else by more than 90 seconds', () => {
    page.see();
    say('1分钟');
    expect(since(page.see(5))).toBe(TEN + 5000 - 60_000);
  });

  it('start when first seen where the page shows only a mark, and say so', () => {
    const row = one('.chat-item-box[data-random^="810003"]');
    page.see();
    row.setAttribute('data-random', '810003-0-unRead');
    const seen = page.see(10).rows?.[2];
    expect(seen).toMatchObject({ waitingSince: TEN + 10_000, waitExact: false, key: '810003' });
    expect(page.see(70).rows?.[2]?.waitingSince).toBe(TEN + 10_000);
    row.setAttribute('data-random', '810003-0-all');
    expect(page.see(80).rows?.[2]).toMatchObject({ waitingSince: null, place: null });
  });
});

describe('a page that moves', () => {
  it('finds its list and messages again after they were made anew', () => {
    page.see();
    const app = one('.merchantApp');
    const copy = app.cloneNode(true);
    app.remove();
    expect(page.see(1).buyer).toBeNull();
    document.body.append(copy);
    expect(page.see(2)).toMatchObject({ status: 'connected', buyer: { key: '810001' } });
  });

  it('does not say "nobody waits" when the list is gone', () => {
    page.see();
    one('.chat-list').remove();
    expect(page.see(1).rows).toBeNull();
  });

  it('says "nobody waits" of a list that is there and empty', () => {
    page.see();
    for (const row of document.querySelectorAll('.chat-item')) row.firstElementChild?.remove();
    one('.chat-item').parentElement?.replaceChildren();
    const list = one('.chat-list');
    expect(list.childElementCount).toBe(0);
    show('pdd/open.html');
    const again = follow(pdd, PDD_URL);
    again.see();
    const held = one('.chat-item');
    for (const other of [...document.querySelectorAll('.chat-item')].slice(1)) other.remove();
    held.replaceChildren();
    expect(again.see(1).rows).toEqual([]);
  });

  it('says that the page changed when the reply box used to be there', () => {
    page.see();
    one('.textarea-rect').remove();
    expect(page.see(1).status).toBe('connected');
    expect(page.see(6)).toMatchObject({ status: 'changed', missing: ['composer'] });
  });

  it('says what is missing when it never was there', () => {
    one('.textarea-rect').remove();
    page.see();
    expect(page.see(6)).toMatchObject({ status: 'partly', missing: ['composer'] });
  });

  it('is connecting for 45 seconds, then asks to be taught', () => {
    document.body.innerHTML = '<main>加载中</main>';
    expect(page.see().status).toBe('connecting');
    expect(page.see(44).status).toBe('connecting');
    expect(page.see(46).status).toBe('teach');
    show('pdd/open.html');
    expect(page.see(50).status).toBe('connected');
  });

  it('is no chat page elsewhere on the same host', () => {
    expect(page.see(0, 'https://mms.pinduoduo.com/orders/list').status).toBe('not-chat');
  });
});

describe('limits', () => {
  it('reads the newest 50 messages with the time of a group that began before them', () => {
    const many = Array.from({ length: 60 }, (_, index) => message(index, '810001', `第${index}条`));
    messages(many.join(''));
    one('#middlePanel_list_0').insertAdjacentHTML(
      'afterbegin',
      '<p class="message-time">2026年11月22日 09:00:00</p>',
    );
    const seen = page.see().messages;
    expect(seen).toHaveLength(50);
    expect(seen[0]).toMatchObject({ id: '10', at: Date.UTC(2026, 10, 22, 1, 0, 0) });
  });

  it('cuts a huge message, and keeps whole characters', () => {
    messages(message(1, '810001', '😀'.repeat(50_000)));
    const text = page.see().messages[0]?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text).toBe('😀'.repeat(text.length / 2));
  });

  it('reads at most 100 rows, the open one among them', () => {
    const row = (index: number) =>
      `<li class="chat-item"><div class="chat-item-box" data-random="9${index}-0-all"><span class="nickname-span">n${index}</span></div></li>`;
    one('.chat-list').innerHTML = Array.from({ length: 500 }, (_, index) => row(index)).join('');
    openRow(400);
    header('n400');
    messages('');
    const state = page.see();
    expect(state.rows).toHaveLength(100);
    expect(state.buyer?.key).toBe('9400');
  });
});
