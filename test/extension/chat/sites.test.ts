// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bundled, follow, one, show, TEN } from './page';

describe('Zendesk: three tickets in one document', () => {
  const url = 'https://shop.zendesk.com/agent/tickets/72';

  it('reads the one in the address; a ticket is no buyer', () => {
    show('zendesk/tickets.html');
    const state = follow(bundled('zendesk'), url).see();
    expect(state.conversation).toBe('72');
    expect(state.buyer).toMatchObject({ strength: 'name', key: 'Nina New', sure: false });
    expect(state.status).toBe('unsure');
    expect(state.rows).toBeNull();
    expect(state.messages.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', 'Where is my parcel?'],
      ['seller', 'On its way.'],
      ['system', 'Between us'],
    ]);
    expect(state.messages[0]?.at).toBe(Date.UTC(2026, 10, 22, 1));
  });
});

describe('Kuaishou: names only, groups with headings', () => {
  const url = 'https://im.kwaixiaodian.com/workbench';

  it('knows the buyer when row and messages agree, and sides by name', () => {
    show('kuaishou/open.html');
    const state = follow(bundled('kuaishou'), url).see();
    expect(state.buyer).toMatchObject({ strength: 'name', key: '小雨', sure: true });
    expect(state.messages.map(({ side, text }) => [side, text])).toEqual([
      ['buyer', '能便宜吗'],
      ['system', ''],
      ['seller', '亲稍等'],
    ]);
  });

  it('counts those under the waiting heading, not those under another', () => {
    show('kuaishou/open.html');
    const rows = follow(bundled('kuaishou'), url).see().rows;
    expect(rows?.map(({ name, waitingSince, waitExact }) => [name, waitingSince, waitExact])).toEqual([
      ['小雨', TEN - 45_000, true],
      ['阿强7', TEN, false],
      ['老李', null, false],
    ]);
  });
});

describe('JD: a pane of another tab stays in the document', () => {
  it('reads the visible pane and the pin in the row', () => {
    document.body.innerHTML = `
      <div id="t-alluser-wrap">
        <div class="c_tabs-tabpane c_tabs-tab_inactive"><div class="alluser-item"><span class="alluser-item-name" title="旧人">旧人</span></div></div>
        <div class="c_tabs-tabpane">
          <div class="alluser-item alluser-item_check"><div id="u_anna77imcustomer42"></div>
            <span class="alluser-item-name" title="anna七七">anna…</span><span class="user-none-reply-t">2分</span></div>
          <div class="alluser-item"><span class="alluser-item-name" title="bob">bob</span></div>
        </div></div>
      <div class="chat-head-name"><span>anna七七[老客]转接客户</span></div>
      <div id="t-chat-scroll"><div class="message message_left" id="m1"><span class="message__time_str">09:58</span><div class="message__content">多少钱</div></div>
        <div class="message message_right" id="m2"><div class="message__content">九块九</div></div>
        <div class="message message_center" id="m3"><div class="message__content">已接入</div></div></div>
      <div class="EditorContent" contenteditable="true"></div>`;
    const state = follow(bundled('jd'), 'https://dongdong.jd.com/').see();
    expect(state.buyer).toMatchObject({ strength: 'platform', key: 'anna77', name: 'anna七七', sure: true });
    expect(state.rows?.map(({ name, active }) => [name, active])).toEqual([
      ['anna七七', true],
      ['bob', false],
    ]);
    expect(state.messages.map(({ side }) => side)).toEqual(['buyer', 'seller', 'system']);
    expect(state.messages[1]?.at).toBe(TEN - 120_000);
    expect(state.status).toBe('connected');
  });
});

describe('1688: the buyer in the address of the tab does not follow clicks', () => {
  const url =
    'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html?touid=first';
  const draw = (open: string) => {
    const row = (name: string) =>
      `<div class="conversation-item ${name === open ? 'active' : ''}"><span class="name">${name}</span><span class="unread-badge"></span></div>`;
    document.body.innerHTML = `<div class="ww_box">${['甲', '乙', '丙'].map(row).join('')}</div>
      <div class="ww_user_panel"><div>${open}</div><div>信用 5</div></div>
      <pre class="edit" contenteditable="true"></pre>`;
  };

  it('goes by the names, which agree', () => {
    draw('甲');
    const page = follow(bundled('1688'), url);
    expect(page.see().buyer).toMatchObject({ strength: 'name', key: '甲', sure: true });
    draw('乙');
    expect(page.see(1).buyer).toMatchObject({ strength: 'name', key: '乙', sure: true });
  });

  it('says so when nobody is chosen', () => {
    draw('');
    one('.ww_user_panel').textContent = '您尚未选择联系人';
    expect(follow(bundled('1688'), url).see()).toMatchObject({ status: 'no-conversation', buyer: null });
  });
});

describe('Feige: order numbers beside their label', () => {
  it('belong to the buyer they were seen with, and go when the buyer goes', () => {
    const draw = (name: string, order: string) => {
      const row = (it: string) =>
        `<div data-qa-id="qa-conversation-chat-item" aria-selected="${it === name}"><span data-qa-id="qa-conversation-nickname">${it}</span><p class="msgContent-x">等了3分钟了</p></div>`;
      document.body.innerHTML = `<div id="chantListScrollArea">${['小李', '小王'].map(row).join('')}</div>
        <div id="topbar-left-info"><div>${name}</div>添加备注</div>
        <div><span>订单编号</span><span>${order}</span></div>
        <textarea data-qa-id="qa-send-message-textarea"></textarea>`;
    };
    const page = follow(bundled('feige'), 'https://im.jinritemai.com/pc_seller_v2/main/workspace');
    draw('小李', '6920000000000000001');
    const first = page.see();
    expect(first.buyer).toMatchObject({ key: '小李', sure: true });
    expect(first.orderNumbers).toEqual(['6920000000000000001']);
    expect(first.rows?.every(({ waitingSince }) => waitingSince === null)).toBe(true);
    draw('小王', '6920000000000000001');
    expect(page.see(5)).toMatchObject({ buyer: { key: '小王' }, orderNumbers: [] });
    draw('小王', '6920000000000000002');
    expect(page.see(10).orderNumbers).toEqual(['6920000000000000002']);
  });
});

describe('sites of which only the address is known', () => {
  it('ask to be taught where nothing is found', () => {
    document.body.innerHTML = '<main></main>';
    const site = {
      id: 'ebay',
      label: { zh: 'ebay', en: 'ebay' },
      matches: ['https://www.ebay.com/*'],
      identity: { key: [] },
    };
    expect(follow(site, 'https://www.ebay.com/cnt/1').see().status).toBe('teach');
  });
});
